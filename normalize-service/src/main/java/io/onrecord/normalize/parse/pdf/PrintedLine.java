package io.onrecord.normalize.parse.pdf;

import java.util.List;

/**
 * A line of a printed page; lengths in points, from the page's upper left corner.
 *
 * @param page counted from 1
 * @param left where it begins
 * @param right where it ends
 * @param base its base line
 * @param size of most of its letters
 * @param bold the words at its start that are bold; all of it when it is bold throughout
 * @param cells its parts between wide gaps; one for a line of running text
 */
record PrintedLine(
    int page,
    String text,
    float left,
    float right,
    float base,
    float size,
    String bold,
    List<Cell> cells) {
  PrintedLine {
    cells = List.copyOf(cells);
  }

  /** Words without a wide gap between them. */
  record Cell(String text, float left) {}

  boolean allBold() {
    return bold.length() == text.length();
  }

  /** How wide its first word is, or its first character where words have no spaces. */
  float firstWord() {
    int space = text.indexOf(' ');
    int end = space < 0 ? text.length() : space;
    boolean han = Character.isIdeographic(text.codePointAt(0));
    return (right - left) * (han ? 1 : end) / text.length();
  }
}
