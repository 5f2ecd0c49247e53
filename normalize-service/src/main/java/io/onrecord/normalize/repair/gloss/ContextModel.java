package io.onrecord.normalize.repair.gloss;

/**
 * How likely one character follows two others in Chinese prose: what decides where a byte is gone
 * for good. A mixture of what the page itself writes and of the words of prose at large, both blind
 * to script; the coarsest part is how common the character is by its place in the standards.
 */
final class ContextModel {
  private static final double PROSE = 0.7;
  private static final double PAGE_SINGLE = 0.2;
  private static final double RANK = 0.1;

  /** A tag can begin anywhere; what prose writes there says nothing. */
  private static final double MARKUP = -7;

  /** A sign behind which something follows, at the end of a line or before a tag. */
  private static final double UNENDED = -6;

  private static final String OPEN_ENDED = "，、；,;（《“「";

  private static final String HALF_WIDTH = ",;:?!";
  private static final String FULL_WIDTH = "，；：？！";

  private final PageCounts page;
  private final Prose prose;

  ContextModel(PageCounts page, Prose prose) {
    this.page = page;
    this.prose = prose;
  }

  /** The natural logarithm of the chance that {@code next} follows the other two. */
  double logChance(char previous, char before, char next) {
    if (next == '<') {
      return MARKUP + logChanceOfEnd(before);
    }
    int p = Folded.of(previous);
    int b = Folded.of(before);
    int n = Folded.of(next);
    double elsewhere = RANK * Rank.chance(next, (char) n);
    if (page.has(n) || prose.knows(wide(n))) {
      elsewhere += PROSE * prose.chance(wide(p), wide(b), wide(n)) + PAGE_SINGLE * page.share(n);
    }
    double ended = next == '/' ? logChanceOfEnd(before) : 0;
    return ended + Math.log(page.chance(p, b, n, elsewhere) * page.formShare(next, n));
  }

  /** The same for the end of the line behind a character. */
  static double logChanceOfEnd(char last) {
    return OPEN_ENDED.indexOf(last) < 0 ? 0 : UNENDED;
  }

  /** Prose at large has full-width signs only. */
  private static int wide(int folded) {
    int sign = folded < 0x80 ? HALF_WIDTH.indexOf(folded) : -1;
    return sign < 0 ? folded : FULL_WIDTH.charAt(sign);
  }
}
