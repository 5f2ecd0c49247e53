package io.onrecord.normalize.repair.gloss;

/**
 * Counts of characters and of pairs of neighbours, blind to script, and of the very forms that a
 * text uses. Filled once, then only read.
 */
final class CharacterCounts {
  private static final double CONFIDENT_AFTER = 2;

  private final int[] forms = new int[1 << 16];
  private final int[] singles = new int[1 << 16];
  private final PairCounts pairs = new PairCounts();
  private long total;

  /** Counts a stretch of text; nothing is counted across its ends. */
  void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      forms[text.charAt(i)]++;
      int c = Folded.of(text.charAt(i));
      add(c, 1);
      if (i > 0) {
        add(Folded.of(text.charAt(i - 1)), c, 1);
      }
    }
  }

  void add(int folded, int times) {
    singles[folded] += times;
    total += times;
  }

  void add(int foldedBefore, int folded, int times) {
    pairs.add(foldedBefore, folded, times);
  }

  /** Of all characters, the share that are written with this very form. */
  double formShare(char c) {
    return total == 0 ? 0 : forms[c] / (double) total;
  }

  /** Of all characters, the share that are this one in any script. */
  double share(int folded) {
    return total == 0 ? 0 : singles[folded] / (double) total;
  }

  /**
   * Of the characters behind {@code before}, the share that are {@code c}; less when few are known.
   */
  double pairShare(int foldedBefore, int folded) {
    int both = pairs.get(foldedBefore, folded);
    return both == 0 ? 0 : both / (singles[foldedBefore] + CONFIDENT_AFTER);
  }
}
