package io.onrecord.normalize.parse.html;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Walks the tree once, in document order and without recursion, and cuts its text into blocks where
 * elements or line breaks do.
 */
final class BlockCollector {
  private static final String[] MORE_NAMES = {"id", "role", "itemprop"};

  private final HeadReader head;
  private final List<RawBlock> blocks = new ArrayList<>();
  private final Deque<Frame> open = new ArrayDeque<>();
  private final InlineText inline = new InlineText();
  private Origin.Boundary boundary = Origin.Boundary.ELEMENT;
  private int boxes;
  private int links;
  private int bolds;

  BlockCollector(HeadReader head) {
    this.head = head;
  }

  /** An element that is open, and what its text is. */
  private record Frame(
      Elements.Meaning meaning, Box box, BlockType type, boolean preformatted, boolean link) {}

  List<RawBlock> blocks() {
    return blocks;
  }

  void collect(Node page) {
    head.language(page);
    @Nullable Node node = page.firstChild;
    while (node != null) {
      boolean entered = node.tag == null ? text(node) : enter(node, node.tag);
      @Nullable Node child = entered ? node.firstChild : null;
      if (child != null) {
        node = child;
        continue;
      }
      @Nullable Node next = node;
      if (entered) {
        leave();
      }
      while (next != null && next.next == null) {
        next = next.parent;
        if (next == null || next == page) {
          next = null;
        } else {
          leave();
        }
      }
      node = next == null ? null : next.next;
    }
    flush(Origin.Boundary.ELEMENT);
  }

  private boolean enter(Node element, Tag tag) {
    head.read(element);
    if (tag == Tag.BR) {
      lineBreak();
      return false;
    }
    Elements.Meaning meaning = tag.meaning();
    if (meaning.invisible()) {
      return false;
    }
    @Nullable Frame outer = open.peek();
    boolean starts = meaning.boundary();
    if (starts) {
      flush(Origin.Boundary.ELEMENT);
      if (tag == Tag.TABLE && dataTable(element, outer)) {
        return false;
      }
    }
    Box box =
        new Box(
            outer == null ? null : outer.box,
            boxes++,
            tag.name(),
            names(element),
            starts,
            meaning.fallback() || hides(element));
    BlockType type = outer == null ? BlockType.PARAGRAPH : outer.type;
    type = meaning.type().orElse(meaning.container() ? BlockType.PARAGRAPH : type);
    boolean preformatted =
        type == BlockType.CODE || (outer != null && outer.preformatted) || tag == Tag.TEXTAREA;
    boolean link = tag == Tag.A && element.has("href");
    open.push(new Frame(meaning, box, type, preformatted, link));
    if (link) {
      links++;
      inline.linkStarts(element.attribute("href"));
    }
    if (meaning.bold()) {
      bolds++;
    }
    return true;
  }

  private void leave() {
    Frame frame = open.pop();
    if (frame.box.boundary()) {
      flush(Origin.Boundary.ELEMENT, frame);
    }
    if (frame.link) {
      links--;
      inline.linkEnds();
    }
    if (frame.meaning.bold()) {
      bolds--;
    }
  }

  private boolean text(Node node) {
    Frame frame = open.peek();
    if (frame != null) {
      inline.add(node.text, frame.box, links > 0, bolds > 0, frame.preformatted);
    }
    return false;
  }

  private void lineBreak() {
    Frame frame = open.peek();
    if (frame == null) {
      return;
    }
    if (frame.preformatted) {
      inline.add("\n", frame.box, false, false, true);
    } else if (frame.type == BlockType.HEADING || links > 0) {
      inline.add(" ", frame.box, links > 0, bolds > 0, false);
    } else if (!flush(Origin.Boundary.LINE_BREAK)
        && boundary == Origin.Boundary.LINE_BREAK
        && !blocks.isEmpty()) {
      boundary = Origin.Boundary.BLANK_LINE;
    }
  }

  private boolean flush(Origin.Boundary next) {
    Frame frame = open.peek();
    return frame != null && flush(next, frame);
  }

  /** Ends the block at hand; whether there was one. */
  private boolean flush(Origin.Boundary next, Frame frame) {
    boolean any = false;
    InlineText.Run run = inline.take(frame.preformatted);
    if (run != null) {
      any = true;
      Origin origin =
          new Origin.Markup(run.box(), run.linkChars(), run.boldChars(), run.links(), boundary);
      OptionalInt level =
          frame.type == BlockType.HEADING ? OptionalInt.of(level(frame)) : OptionalInt.empty();
      blocks.add(new RawBlock(frame.type, run.text(), level, run.lead(), origin));
    }
    if (any || next == Origin.Boundary.ELEMENT) {
      boundary = next;
    }
    return any;
  }

  private static int level(Frame frame) {
    for (Box box = frame.box; ; box = box.parent().orElseThrow()) {
      String tag = box.tag();
      if (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))) {
        return tag.charAt(1) - '0';
      }
    }
  }

  private boolean dataTable(Node table, @Nullable Frame outer) {
    @Nullable DataTable data = DataTable.read(table);
    if (data == null || outer == null) {
      return false;
    }
    Box box = new Box(outer.box, boxes++, "table", names(table), true, hides(table));
    for (DataTable.Part part : data.parts()) {
      Origin origin =
          new Origin.Markup(box, part.linkChars(), 0, List.of(), Origin.Boundary.ELEMENT);
      blocks.add(RawBlock.of(part.type(), part.text(), origin));
    }
    return true;
  }

  private static String names(Node element) {
    if (element.attributes.length == 0) {
      return "";
    }
    String names = element.attribute("class");
    for (String more : MORE_NAMES) {
      String value = element.attribute(more);
      if (!value.isEmpty()) {
        names = names.isEmpty() ? value : names + ' ' + value;
      }
    }
    return names.length() > 300 ? names.substring(0, 300) : names;
  }

  private static boolean hides(Node element) {
    if (element.attributes.length == 0) {
      return false;
    }
    if (element.has("hidden") || element.attribute("aria-hidden").equals("true")) {
      return true;
    }
    String style = element.attribute("style");
    return !style.isEmpty()
        && (style.contains("display:none")
            || style.contains("display: none")
            || style.contains("visibility:hidden")
            || style.contains("visibility: hidden"));
  }
}
