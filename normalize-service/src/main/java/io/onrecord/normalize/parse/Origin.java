package io.onrecord.normalize.parse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where on its page a block stands: in the markup, on a line, in a printed page's margin, or at a
 * time of a recording.
 */
public sealed interface Origin {

  /**
   * In a tree of elements.
   *
   * @param box the smallest element that holds the whole block
   * @param linkChars how many of the block's characters are inside links
   * @param boldChars how many are bold
   * @param links the links that start in the block
   * @param boundary what separates the block from the one before it
   */
  record Markup(Box box, int linkChars, int boldChars, List<Link> links, Boundary boundary)
      implements Origin {
    public Markup {
      links = List.copyOf(links);
    }
  }

  /**
   * On a line of a text.
   *
   * @param line counted from 1
   * @param blankBefore how many blank lines stand above it
   * @param indent how many columns it is indented
   */
  record Line(int line, int blankBefore, int indent) implements Origin {}

  /**
   * In a recording.
   *
   * @param start from the recording's start
   * @param end from the recording's start
   * @param voice the speaker that the format names
   */
  record Cue(Duration start, Duration end, Optional<String> voice) implements Origin {}

  /**
   * In the margin of printed pages: a running head, a running foot, a page number.
   *
   * @param page counted from 1; the first one for what an Office file keeps once for all pages
   * @param top whether above the text, not below
   */
  record Margin(int page, boolean top) implements Origin {}

  /** A link: its words and its address as written. */
  record Link(String text, String href) {}

  /** What separates two blocks of a page with markup. */
  enum Boundary {
    /** They are different elements. */
    ELEMENT,
    /** One line break inside one element. */
    LINE_BREAK,
    /** Two or more line breaks inside one element. */
    BLANK_LINE
  }
}
