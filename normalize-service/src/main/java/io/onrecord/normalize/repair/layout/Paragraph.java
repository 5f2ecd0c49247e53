package io.onrecord.normalize.repair.layout;

/**
 * One paragraph and the lines of the page that it stood on.
 *
 * @param text the paragraph; a line feed in it only where the shape says that lines are real.
 *     Inline marks ({@code **bold**}, {@code [text](url)}) stay as printed, made whole where they
 *     were split; {@link InlineMarks#plain} reads them away
 * @param shape what its line structure is
 * @param firstLine index of its first line, from 0
 * @param lastLine index of its last line, inclusive
 */
public record Paragraph(String text, Shape shape, int firstLine, int lastLine) {

  /** What the lines of a paragraph are. */
  public enum Shape {
    /** Running text: one line, whatever it was wrapped into. */
    PROSE,
    /** One item of a list, its marker included. */
    LIST_ITEM,
    /**
     * Lines that mean something: verse, an address, a signature; one line feed between each two.
     */
    LINES,
    /** Code, fenced or indented, as it stands. */
    CODE
  }
}
