package io.onrecord.normalize.parse.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What is printed at the edge of pages and is no part of the text: found by coming again at the
 * same height on other pages, numbers aside. {@code The Quarterly · 12} and {@code 13 · The
 * Quarterly} come again on every second page.
 */
final class RunningHeads {
  private static final int EDGE = 3;
  private static final int SAME_HEIGHT = 8;
  private static final Pattern NUMBERS = Pattern.compile("\\d+|\\b[ivxlc]+\\b");
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "(?i)(?:page|p\\.|seite|-|–|—)?\\s?\\d{1,4}(?:\\s?(?:of|/|von)\\s?\\d{1,4})?\\s?[-–—]?"
              + "|第\\s?\\d{1,4}\\s?页(?:\\s?[,，/／]?\\s?共\\s?\\d{1,4}\\s?页)?");

  private final Map<PrintedLine, Boolean> top;

  private RunningHeads(Map<PrintedLine, Boolean> top) {
    this.top = top;
  }

  /** Whether the line is one. */
  boolean contains(PrintedLine line) {
    return top.containsKey(line);
  }

  /** Whether it stands above the text, not below. */
  boolean isTop(PrintedLine line) {
    return top.getOrDefault(line, false);
  }

  static RunningHeads among(List<PrintedLine> lines, int pages) {
    Map<PrintedLine, Boolean> found = new IdentityHashMap<>();
    Map<String, List<PrintedLine>> alike = new TreeMap<>();
    Set<PrintedLine> upper = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<PrintedLine> page : byPage(lines).values()) {
      List<PrintedLine> ordered = new ArrayList<>(page);
      ordered.sort(Comparator.comparingDouble(PrintedLine::base));
      for (int i = 0; i < ordered.size(); i++) {
        PrintedLine line = ordered.get(i);
        boolean above = i < EDGE && i * 2 < ordered.size();
        if (above || i >= ordered.size() - EDGE) {
          if (above) {
            upper.add(line);
          }
          alike.computeIfAbsent(key(line, above), k -> new ArrayList<>()).add(line);
        }
        boolean edge = i == 0 || i == ordered.size() - 1;
        if (edge && ordered.size() > 1 && PAGE_NUMBER.matcher(line.text()).matches()) {
          found.put(line, above);
        }
      }
    }
    int enough = pages <= 4 ? 2 : 3;
    for (List<PrintedLine> same : alike.values()) {
      Set<Integer> on = new TreeSet<>();
      same.forEach(line -> on.add(line.page()));
      if (on.size() >= enough && level(same)) {
        same.forEach(line -> found.put(line, upper.contains(line)));
      }
    }
    return new RunningHeads(found);
  }

  private static String key(PrintedLine line, boolean above) {
    return above + NUMBERS.matcher(line.text()).replaceAll("#");
  }

  /** Whether the lines stand at few heights, as those of left and right pages do. */
  private static boolean level(List<PrintedLine> same) {
    Set<Integer> heights = new HashSet<>();
    same.forEach(line -> heights.add(Math.round(line.base() / SAME_HEIGHT)));
    return heights.size() <= Math.max(2, same.size() / 3);
  }

  private static Map<Integer, List<PrintedLine>> byPage(List<PrintedLine> lines) {
    Map<Integer, List<PrintedLine>> pages = new TreeMap<>();
    for (PrintedLine line : lines) {
      pages.computeIfAbsent(line.page(), p -> new ArrayList<>()).add(line);
    }
    return pages;
  }
}
