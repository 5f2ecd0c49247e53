package io.onrecord.normalize.repair.mojibake;

import java.util.stream.IntStream;

/**
 * Codes that a set leaves to its users: decoders turn them into consecutive private-use characters,
 * so that text read in the wrong set holds characters that no font shows.
 */
record UserArea(int firstRow, int lastRow, int[] cells, int firstCharacter) {

  /** Rows and the two ranges of cells in a row. */
  static UserArea of(int firstRow, int lastRow, int firstCharacter, int... cellRanges) {
    IntStream cells = IntStream.empty();
    for (int i = 0; i < cellRanges.length; i += 2) {
      cells = IntStream.concat(cells, IntStream.rangeClosed(cellRanges[i], cellRanges[i + 1]));
    }
    return new UserArea(firstRow, lastRow, cells.toArray(), firstCharacter);
  }

  void addTo(LegacyCharset set) {
    int character = firstCharacter;
    for (int row = firstRow; row <= lastRow; row++) {
      for (int cell : cells) {
        set.mayHaveBecome(row << 8 | cell, character++);
      }
    }
  }
}
