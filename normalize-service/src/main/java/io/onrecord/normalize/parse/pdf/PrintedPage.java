package io.onrecord.normalize.parse.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a file is set: the size of its running text, the distance of its lines, the right edge of
 * each column, the sizes of its headings.
 *
 * @param size of most letters
 * @param leading from one base line to the next inside a paragraph
 * @param edges the right edge of the column that a line stands in
 * @param headings sizes larger than the text's, largest first
 */
record PrintedPage(float size, float leading, Map<PrintedLine, Float> edges, List<Float> headings) {
  private static final float LARGER = 1.12f;

  static PrintedPage of(List<PrintedLine> lines) {
    float size = most(lines);
    List<Float> steps = new ArrayList<>();
    Map<PrintedLine, Float> edges = new IdentityHashMap<>();
    TreeSet<Float> sizes = new TreeSet<>(Collections.reverseOrder());
    int start = 0;
    for (int i = 0; i <= lines.size(); i++) {
      boolean ends = i == lines.size() || i > start && newColumn(lines.get(i - 1), lines.get(i));
      if (ends && i > start) {
        List<PrintedLine> column = lines.subList(start, i);
        float edge = 0;
        for (PrintedLine line : column) {
          edge = Math.max(edge, line.right());
        }
        for (PrintedLine line : column) {
          edges.put(line, edge);
        }
        start = i;
      }
      if (i == lines.size()) {
        break;
      }
      PrintedLine line = lines.get(i);
      if (line.size() >= LARGER * size) {
        sizes.add(rounded(line.size()));
      }
      if (i > start && line.size() <= size * LARGER) {
        steps.add(line.base() - lines.get(i - 1).base());
      }
    }
    return new PrintedPage(size, middle(steps, size), edges, List.copyOf(sizes));
  }

  /** Whether the line stands on another page or in another column than the one before it. */
  static boolean newColumn(PrintedLine before, PrintedLine line) {
    return line.page() != before.page() || line.base() < before.base() - before.size();
  }

  /** 1 for the largest size; 0 for running text. */
  int level(PrintedLine line) {
    int at = headings.indexOf(rounded(line.size()));
    return line.size() < LARGER * size ? 0 : Math.min(6, at + 1);
  }

  /** Whether the line ended because the next word did not fit. */
  boolean full(PrintedLine line, PrintedLine next) {
    float space = 0.2f * line.size();
    float edge = edges.getOrDefault(line, line.right());
    return line.right() + space + next.firstWord() > edge - 0.1f * line.size();
  }

  private static float rounded(float size) {
    return Math.round(size * 2) / 2f;
  }

  private static float most(List<PrintedLine> lines) {
    Map<Float, Integer> letters = new TreeMap<>();
    for (PrintedLine line : lines) {
      letters.merge(rounded(line.size()), line.text().length(), Integer::sum);
    }
    Map.Entry<Float, Integer> best = Map.entry(0f, 0);
    for (Map.Entry<Float, Integer> entry : new HashMap<>(letters).entrySet()) {
      boolean better =
          entry.getValue() > best.getValue()
              || entry.getValue().equals(best.getValue()) && entry.getKey() < best.getKey();
      best = better ? entry : best;
    }
    return best.getKey();
  }

  /** The distance that most steps keep: a low quantile, since gaps between paragraphs are steps. */
  private static float middle(List<Float> steps, float size) {
    List<Float> downward = new ArrayList<>(steps.stream().filter(s -> s > 0.5f * size).toList());
    Collections.sort(downward);
    return downward.isEmpty() ? 1.2f * size : downward.get(downward.size() / 3);
  }
}
