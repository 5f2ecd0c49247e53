package io.onrecord.normalize.parse;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element of a page with markup, without its content: what the blocks inside it have in common.
 * Compared by identity: two boxes with the same tag and names are still two boxes.
 */
public final class Box {
  private final @Nullable Box parent;
  private final String tag;
  private final String names;
  private final int order;
  private final int depth;
  private final boolean hidden;
  private final boolean boundary;

  /**
   * A box inside another.
   *
   * @param order how many boxes of the page start before this one
   * @param names class, id, role and itemprop as written, separated by spaces
   * @param boundary whether it starts and ends a block of text, as {@code p} does and {@code span}
   *     does not
   * @param hidden whether it says itself that it is not shown
   */
  public Box(
      @Nullable Box parent, int order, String tag, String names, boolean boundary, boolean hidden) {
    this.parent = parent;
    this.order = order;
    this.tag = tag;
    this.names = names;
    this.boundary = boundary;
    this.hidden = hidden || (parent != null && parent.hidden);
    this.depth = parent == null ? 0 : parent.depth + 1;
  }

  /** The box around this one; empty for the page's body. */
  public Optional<Box> parent() {
    return Optional.ofNullable(parent);
  }

  /** The element's name in lower case. */
  public String tag() {
    return tag;
  }

  /** Class, id, role and itemprop as written, separated by spaces. */
  public String names() {
    return names;
  }

  /** How many boxes of the page start before this one: a number for each, parents first. */
  public int order() {
    return order;
  }

  /** How many boxes are around this one. */
  public int depth() {
    return depth;
  }

  /** Whether this box or one around it says that it is not shown. */
  public boolean hidden() {
    return hidden;
  }

  /** Whether it starts and ends a block of text. */
  public boolean boundary() {
    return boundary;
  }

  /** The smallest box that holds both. */
  public static Box common(Box a, Box b) {
    Box x = a;
    Box y = b;
    while (x != y) {
      if (x.depth >= y.depth && x.parent != null) {
        x = x.parent;
      } else if (y.parent != null) {
        y = y.parent;
      } else {
        throw new IllegalArgumentException("boxes of two pages");
      }
    }
    return x;
  }

  @Override
  public String toString() {
    String self = names.isEmpty() ? tag : tag + "[" + names + "]";
    return parent == null ? self : parent + ">" + self;
  }
}
