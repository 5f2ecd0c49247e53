package io.onrecord.normalize.parse.office;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * A table of an Office file. One that holds figures stays a table; one that only places text comes
 * out as that text: a single column, or two of which the left one names who speaks.
 */
final class OfficeTable {
  private static final int LONGEST_NAME = 40;
  private static final int SPEECH = 60;

  private final List<List<String>> rows = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private int nested = 1;
  private boolean open;

  void starts(String tag) {
    switch (tag) {
      case "table" -> nested++;
      case "tr" -> {
        if (nested == 1) {
          rows.add(new ArrayList<>());
        }
      }
      case "td", "th" -> open = true;
      default -> space();
    }
  }

  /** Whether this was the table's own end. */
  boolean ends(String tag) {
    if (tag.equals("table")) {
      nested--;
    }
    boolean ends = tag.equals("td") || tag.equals("th");
    if (ends && nested == 1 && !rows.isEmpty()) {
      rows.getLast().add(cell.toString().strip());
      cell.setLength(0);
      open = false;
    } else {
      space();
    }
    return nested == 0;
  }

  void add(char[] all, int from, int length) {
    if (!open) {
      return;
    }
    for (int i = from; i < from + length; i++) {
      if (Character.isWhitespace(all[i])) {
        space();
      } else {
        cell.append(all[i]);
      }
    }
  }

  private void space() {
    if (cell.length() > 0 && cell.charAt(cell.length() - 1) != ' ') {
      cell.append(' ');
    }
  }

  /** What it comes to. */
  List<RawBlock> blocks(Supplier<Origin> origins) {
    rows.forEach(OfficeTable::trim);
    rows.removeIf(List::isEmpty);
    if (rows.isEmpty()) {
      return List.of();
    }
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    if (columns == 1 || columns == 2 && speech()) {
      return rows.stream().map(row -> paragraph(row, origins.get())).toList();
    }
    List<String> lines = rows.stream().map(row -> String.join("\t", row)).toList();
    return List.of(RawBlock.of(BlockType.TABLE, String.join("\n", lines), origins.get()));
  }

  private static void trim(List<String> row) {
    while (!row.isEmpty() && row.getLast().isEmpty()) {
      row.removeLast();
    }
  }

  private boolean speech() {
    long named = rows.stream().filter(row -> row.getFirst().length() <= LONGEST_NAME).count();
    double said = rows.stream().mapToInt(row -> row.getLast().length()).average().orElse(0);
    return named == rows.size() && said >= SPEECH;
  }

  private static RawBlock paragraph(List<String> row, Origin origin) {
    String text = String.join(" ", row).strip();
    String lead = row.size() > 1 ? row.getFirst() : "";
    return new RawBlock(BlockType.PARAGRAPH, text, OptionalInt.empty(), lead, origin);
  }
}
