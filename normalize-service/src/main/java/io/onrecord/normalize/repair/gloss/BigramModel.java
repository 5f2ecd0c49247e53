package io.onrecord.normalize.repair.gloss;

/**
 * How likely one character follows another in Chinese prose: what decides where a byte is gone for
 * good. A mixture of what the page itself writes and of a small model of prose at large, both blind
 * to script; the coarsest part is how common the character is by its place in the standards.
 */
final class BigramModel {
  private static final double PAGE_PAIR = 0.40;
  private static final double PROSE_PAIR = 0.30;
  private static final double PAGE_SINGLE = 0.12;
  private static final double PROSE_SINGLE = 0.13;
  private static final double RANK = 0.05;

  private final CharacterCounts page;
  private final CharacterCounts prose;

  BigramModel(CharacterCounts page, CharacterCounts prose) {
    this.page = page;
    this.prose = prose;
  }

  /** The natural logarithm of the chance that {@code next} follows {@code before}. */
  double logChance(char before, char next) {
    int b = Folded.of(before);
    int n = Folded.of(next);
    double chance =
        PAGE_PAIR * page.pairShare(b, n)
            + PROSE_PAIR * prose.pairShare(b, n)
            + PAGE_SINGLE * page.formShare(next)
            + PROSE_SINGLE * prose.share(n)
            + RANK * Rank.chance(next, (char) n);
    return Math.log(chance);
  }
}
