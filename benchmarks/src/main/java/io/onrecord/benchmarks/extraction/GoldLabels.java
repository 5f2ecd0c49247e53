package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.parse.RawBlock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Lays the gold text beside the blocks of its page: how much of each block is content.
 *
 * <p>A block of some length is content as far as its runs of four tokens occur in the gold text. A
 * short one ("Share", "1.") occurs there by chance; it counts only where the gold text has it
 * between the places of its longer neighbours.
 */
final class GoldLabels {
  private static final int LONG = 8;
  private static final int GRAM = 4;
  private static final int WINDOW = 60;

  /** A block on which the gold says nothing. */
  static final double UNKNOWN = -1;

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final int[] gold;
  private final Map<Long, int[]> places = new HashMap<>();

  private GoldLabels(String body) {
    gold = ids(body);
    for (int i = 0; i + GRAM <= gold.length; i++) {
      int at = i;
      places.merge(
          gram(gold, i),
          new int[] {at},
          (a, b) -> {
            int[] both = Arrays.copyOf(a, a.length + 1);
            both[a.length] = at;
            return both;
          });
    }
  }

  /** For each block the share of it that is content, or {@link #UNKNOWN}. */
  static double[] of(GoldPage page, List<RawBlock> blocks) {
    return page.body().isEmpty() && !(page.with().isEmpty() && page.without().isEmpty())
        ? passages(page, blocks)
        : new GoldLabels(page.body()).align(blocks);
  }

  private double[] align(List<RawBlock> blocks) {
    int n = blocks.size();
    int[][] tokens = new int[n][];
    int[] start = new int[n];
    int[] end = new int[n];
    double[] label = new double[n];
    Arrays.fill(start, -1);
    int[] free = new int[gold.length];
    for (int b = 0; b < n; b++) {
      tokens[b] = ids(blocks.get(b).text());
      if (tokens[b].length >= LONG) {
        label[b] = longBlock(tokens[b], free, start, end, b);
      }
    }
    int[] next = new int[n + 1];
    next[n] = -1;
    for (int b = n - 1; b >= 0; b--) {
      next[b] = start[b] >= 0 && label[b] > 0.5 ? start[b] : next[b + 1];
    }
    int from = 0;
    boolean any = false;
    for (int b = 0; b < n; b++) {
      if (start[b] >= 0 && label[b] > 0.5) {
        from = end[b];
        any = true;
      } else if (tokens[b].length > 0 && tokens[b].length < LONG) {
        int to = next[b + 1];
        if (to < from) {
          to = Math.min(gold.length, from + WINDOW);
        }
        int lower = any ? from : Math.max(from, to - WINDOW);
        int found = find(tokens[b], lower, Math.min(to + 1, lower + 400));
        if (found >= 0) {
          label[b] = 1;
          from = found + tokens[b].length;
        }
      }
    }
    return label;
  }

  private double longBlock(int[] tokens, int[] used, int[] start, int[] end, int b) {
    int hits = 0;
    int first = -1;
    int last = -1;
    int grams = tokens.length - GRAM + 1;
    for (int i = 0; i < grams; i++) {
      int[] at = places.get(gram(tokens, i));
      if (at == null) {
        continue;
      }
      for (int place : at) {
        if (used[place] == 0) {
          used[place] = 1;
          hits++;
          first = first < 0 ? place - i : first;
          last = place + GRAM + (tokens.length - i - GRAM);
          break;
        }
      }
    }
    double share = (double) hits / grams;
    if (share > 0.3) {
      start[b] = Math.max(0, first);
      end[b] = Math.min(gold.length, last);
    }
    return share > 0.9 ? 1 : share < 0.1 ? 0 : share;
  }

  private int find(int[] tokens, int from, int to) {
    for (int i = from; i + tokens.length <= Math.min(to, gold.length); i++) {
      int k = 0;
      while (k < tokens.length && gold[i + k] == tokens[k]) {
        k++;
      }
      if (k == tokens.length) {
        return i;
      }
    }
    return -1;
  }

  private int[] ids(String text) {
    return Tokens.characters(text.toLowerCase(Locale.ROOT)).stream()
        .mapToInt(t -> vocabulary.computeIfAbsent(t, x -> vocabulary.size()))
        .toArray();
  }

  private static long gram(int[] tokens, int at) {
    long h = 1;
    for (int k = 0; k < GRAM; k++) {
      h = h * 1_000_003 + tokens[at + k] + 1;
    }
    return h;
  }

  private static double[] passages(GoldPage page, List<RawBlock> blocks) {
    double[] label = new double[blocks.size()];
    for (int b = 0; b < label.length; b++) {
      String text = GoldPage.spaced(blocks.get(b).text());
      boolean in = page.with().stream().anyMatch(p -> overlaps(text, p));
      boolean out = page.without().stream().anyMatch(p -> overlaps(text, p));
      label[b] = in == out ? UNKNOWN : in ? 1 : 0;
    }
    return label;
  }

  private static boolean overlaps(String block, String passage) {
    return block.contains(passage) || (block.length() > 30 && passage.contains(block));
  }
}
