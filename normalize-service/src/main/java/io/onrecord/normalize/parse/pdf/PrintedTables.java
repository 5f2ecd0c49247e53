package io.onrecord.normalize.parse.pdf;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows of cells: at least three lines in a row with as many parts each, which begin at the same
 * places. Two columns of running text are none, since their parts are long.
 */
final class PrintedTables {
  private static final int FEWEST_ROWS = 3;
  private static final int LONGEST_CELL = 48;
  private static final float ALIGNED = 5;

  private PrintedTables() {}

  /** Where the table ends that begins at {@code from}; {@code from} when none does. */
  static int end(List<PrintedLine> lines, int from) {
    PrintedLine first = lines.get(from);
    if (first.cells().size() < 2) {
      return from;
    }
    int end = from;
    while (end < lines.size() && row(first, lines.get(end))) {
      end++;
    }
    return end - from >= FEWEST_ROWS ? end : from;
  }

  private static boolean row(PrintedLine first, PrintedLine line) {
    if (line.page() != first.page() || line.cells().size() != first.cells().size()) {
      return false;
    }
    for (int i = 0; i < line.cells().size(); i++) {
      boolean aligned =
          Math.abs(line.cells().get(i).left() - first.cells().get(i).left()) <= ALIGNED;
      if (!aligned || line.cells().get(i).text().length() > LONGEST_CELL) {
        return false;
      }
    }
    return true;
  }

  /** Rows as lines, cells separated by a tab. */
  static String text(List<PrintedLine> rows) {
    return rows.stream()
        .map(
            row ->
                row.cells().stream().map(PrintedLine.Cell::text).collect(Collectors.joining("\t")))
        .collect(Collectors.joining("\n"));
  }
}
