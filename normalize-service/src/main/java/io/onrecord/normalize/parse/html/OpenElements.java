package io.onrecord.normalize.parse.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements that are open at a place of a page, and the formatting that goes on in the next one
 * (WHATWG HTML, 13.2.4.2 and 13.2.4.3).
 */
final class OpenElements {
  /** Deeper pages, and those with more formatting open, are left to the full parser. */
  private static final int DEEPEST = 200;

  private static final int MOST_FORMATTING = 12;
  private static final int MOST_OPENED_AGAIN = 20_000;

  private Node[] stack = new Node[64];
  private int size;

  /** Null where a cell or an object keeps what is open outside of it out. */
  private final List<@Nullable Node> formatting = new ArrayList<>();

  private boolean peculiar;
  private int openedAgain;

  /** Leaves the page to the full parser. */
  void giveUp() {
    peculiar = true;
  }

  /** Whether something came that only the full parser treats right. */
  boolean peculiar() {
    return peculiar;
  }

  int size() {
    return size;
  }

  Node at(int i) {
    return stack[i];
  }

  Node current() {
    return stack[size - 1];
  }

  Node insert(Node element) {
    if (size > 0) {
      current().append(element);
    }
    if (size == stack.length) {
      stack = Arrays.copyOf(stack, 2 * size);
    }
    stack[size++] = element;
    peculiar |= size > DEEPEST;
    return element;
  }

  void pop() {
    size--;
  }

  void popTo(Tag tag) {
    while (!current().is(tag)) {
      pop();
    }
    pop();
  }

  void popToHeading() {
    while (!heading(current())) {
      pop();
    }
    pop();
  }

  static boolean heading(Node node) {
    return node.tag != null && node.tag.kind() == Tag.Kind.HEADING;
  }

  /** Back to one of these, or to the page. */
  void clearTo(Tag... tags) {
    while (size > 1) {
      for (Tag tag : tags) {
        if (current().is(tag)) {
          return;
        }
      }
      pop();
    }
  }

  boolean inScope(Tag tag) {
    return inScope(tag, null, null);
  }

  boolean inButtonScope(Tag tag) {
    return inScope(tag, Tag.BUTTON, null);
  }

  boolean inListScope(Tag tag) {
    return inScope(tag, Tag.OL, Tag.UL);
  }

  private boolean inScope(Tag tag, @Nullable Tag barrier, @Nullable Tag other) {
    for (int i = size - 1; i >= 0; i--) {
      Tag open = tag(i);
      if (open == tag) {
        return true;
      }
      if (open.has(Tag.SCOPE) || open == barrier || open == other) {
        return false;
      }
    }
    return false;
  }

  boolean headingInScope() {
    for (int i = size - 1; i >= 0 && !tag(i).has(Tag.SCOPE); i--) {
      if (heading(stack[i])) {
        return true;
      }
    }
    return false;
  }

  boolean inTableScope(Tag tag) {
    for (int i = size - 1; i >= 0; i--) {
      Tag open = tag(i);
      if (open == tag) {
        return true;
      }
      if (open == Tag.HTML || open == Tag.TABLE) {
        return false;
      }
    }
    return false;
  }

  /** Whether what follows is shown only where programs are not run. */
  boolean noscript() {
    for (int i = size - 1; i >= 0; i--) {
      if (stack[i].is(Tag.NOSCRIPT)) {
        return true;
      }
    }
    return false;
  }

  Tag tag(int i) {
    return tag(stack[i]);
  }

  private static Tag tag(Node element) {
    Tag tag = element.tag;
    if (tag == null) {
      throw new IllegalStateException("a text is never open");
    }
    return tag;
  }

  /** Closes elements whose end may be left out, but for one of this kind. */
  void implyEnds(@Nullable Tag but) {
    while (tag(size - 1).has(Tag.IMPLIED) && tag(size - 1) != but) {
      pop();
    }
  }

  void closeParagraph() {
    if (inButtonScope(Tag.P)) {
      implyEnds(Tag.P);
      popTo(Tag.P);
    }
  }

  /** An end tag without a rule of its own. */
  void close(Tag tag) {
    for (int i = size - 1; i >= 0; i--) {
      if (tag(i).name().equals(tag.name())) {
        implyEnds(tag);
        size = i;
        return;
      }
      if (tag(i).has(Tag.SPECIAL)) {
        return;
      }
    }
  }

  void mark() {
    formatting.add(null);
  }

  void clearFormatting() {
    while (!formatting.isEmpty() && formatting.removeLast() != null) {}
  }

  void pushFormatting(Node element) {
    int alike = 0;
    for (int i = formatting.size() - 1; i >= 0 && formatting.get(i) != null; i--) {
      alike += is(formatting.get(i), tag(element)) ? 1 : 0;
    }
    // The fourth of a kind drops the first one where all their attributes are the same.
    peculiar |= alike >= 3 || formatting.size() >= MOST_FORMATTING;
    formatting.add(element);
  }

  private static boolean is(@Nullable Node node, Tag tag) {
    return node != null && node.tag == tag;
  }

  @Nullable Node formatting(Tag tag) {
    for (int i = formatting.size() - 1; i >= 0 && formatting.get(i) != null; i--) {
      if (is(formatting.get(i), tag)) {
        return formatting.get(i);
      }
    }
    return null;
  }

  /** Opens formatting again that went on when the element around it was closed. */
  void reopenFormatting() {
    int last = formatting.size() - 1;
    int first = last;
    while (first >= 0 && formatting.get(first) != null && !open(formatting.get(first))) {
      first--;
    }
    for (int i = first + 1; i <= last; i++) {
      Node before = formatting.get(i);
      if (before != null) {
        formatting.set(i, insert(Node.element(tag(before), before.attributes)));
        peculiar |= ++openedAgain > MOST_OPENED_AGAIN;
      }
    }
  }

  private boolean open(@Nullable Node element) {
    for (int i = size - 1; i >= 0; i--) {
      if (stack[i] == element) {
        return true;
      }
    }
    return false;
  }

  /**
   * The end tag of formatting (the "adoption agency"), as far as no block is open in it: what then
   * happens to that block is left to the full parser.
   */
  void closeFormatting(Tag tag) {
    if (current().is(tag) && !formatting.contains(current())) {
      pop();
      return;
    }
    Node element = formatting(tag);
    if (element == null) {
      close(tag);
      return;
    }
    int place = size - 1;
    boolean block = false;
    boolean scope = true;
    while (place >= 0 && stack[place] != element) {
      block |= tag(place).has(Tag.SPECIAL);
      scope &= !tag(place).has(Tag.SCOPE);
      place--;
    }
    if (place >= 0 && !scope) {
      return;
    }
    formatting.remove(formatting.lastIndexOf(element));
    if (place >= 0) {
      peculiar |= block;
      size = place;
    }
  }
}
