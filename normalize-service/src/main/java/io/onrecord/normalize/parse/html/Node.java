package io.onrecord.normalize.parse.html;

import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * An element of a page, or a text in one: as much of a tree as {@code BlockCollector} walks.
 *
 * <p>Attributes are those that {@link ReadAttributes} names, values with their character references
 * resolved; comments, programs that are no data and styles are not kept.
 */
final class Node {
  private static final String[] NO_ATTRIBUTES = {};

  /** Null for a text. */
  final @Nullable Tag tag;

  /** Of a text, of a title as it is shown, or of a script that is data. */
  String text;

  /** Names and values by turns. */
  String[] attributes;

  @Nullable Node parent;
  @Nullable Node firstChild;
  @Nullable Node lastChild;
  @Nullable Node next;

  private Node(@Nullable Tag tag, String[] attributes, String text) {
    this.tag = tag;
    this.attributes = attributes;
    this.text = text;
  }

  static Node element(Tag tag, String[] attributes) {
    return new Node(tag, attributes, "");
  }

  static Node element(Tag tag) {
    return new Node(tag, NO_ATTRIBUTES, "");
  }

  static Node text(String text) {
    return new Node(null, NO_ATTRIBUTES, text);
  }

  /** The text of a title as it is shown: white space as the full parser collapses it. */
  static String shown(String text) {
    boolean plain = true;
    for (int i = 0; i < text.length() && plain; i++) {
      char c = text.charAt(i);
      plain = c > ' ' && c < 0x7F || c == ' ' && i > 0 && text.charAt(i - 1) != ' ';
    }
    return plain ? text.stripTrailing() : new Element("title").text(text).text();
  }

  /** The element's name; empty for a text. */
  String name() {
    return tag == null ? "" : tag.name();
  }

  boolean is(Tag other) {
    return tag == other;
  }

  void append(Node child) {
    child.parent = this;
    if (lastChild == null) {
      firstChild = child;
    } else {
      lastChild.next = child;
    }
    lastChild = child;
  }

  /** Adds the attributes that it does not have. */
  void complete(String[] more) {
    for (int i = 0; i < more.length; i += 2) {
      if (!has(more[i])) {
        attributes = Arrays.copyOf(attributes, attributes.length + 2);
        attributes[attributes.length - 2] = more[i];
        attributes[attributes.length - 1] = more[i + 1];
      }
    }
  }

  /** The value of an attribute; empty where there is none. */
  String attribute(String name) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(name)) {
        return attributes[i + 1];
      }
    }
    return "";
  }

  boolean has(String name) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(name)) {
        return true;
      }
    }
    return false;
  }
}
