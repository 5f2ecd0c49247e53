package io.onrecord.normalize.repair.gloss;

import io.onrecord.script.ScriptFolding;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts of characters and of pairs of neighbours, blind to script, and of the very forms that a
 * text uses. Filled once, then only read.
 */
final class CharacterCounts {
  private static final double CONFIDENT_AFTER = 2;

  private final Map<Integer, Integer> forms = new HashMap<>();
  private final Map<Integer, Integer> singles = new HashMap<>();
  private final Map<Integer, Integer> pairs = new HashMap<>();
  private long total;

  /** Counts a stretch of text; nothing is counted across its ends. */
  void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      forms.merge((int) text.charAt(i), 1, Integer::sum);
      int c = ScriptFolding.fold(text.charAt(i));
      add(c, 1);
      if (i > 0) {
        add(ScriptFolding.fold(text.charAt(i - 1)), c, 1);
      }
    }
  }

  void add(int folded, int times) {
    singles.merge(folded, times, Integer::sum);
    total += times;
  }

  void add(int foldedBefore, int folded, int times) {
    pairs.merge(foldedBefore << 16 | folded, times, Integer::sum);
  }

  /** Of all characters, the share that are written with this very form. */
  double formShare(char c) {
    return total == 0 ? 0 : forms.getOrDefault((int) c, 0) / (double) total;
  }

  /** Of all characters, the share that are this one in any script. */
  double share(int folded) {
    return total == 0 ? 0 : singles.getOrDefault(folded, 0) / (double) total;
  }

  /**
   * Of the characters behind {@code before}, the share that are {@code c}; less when few are known.
   */
  double pairShare(int foldedBefore, int folded) {
    int both = pairs.getOrDefault(foldedBefore << 16 | folded, 0);
    return both == 0 ? 0 : both / (singles.getOrDefault(foldedBefore, 0) + CONFIDENT_AFTER);
  }
}
