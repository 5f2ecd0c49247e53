package io.onrecord.normalize.repair.gloss;

/**
 * How common a character is, by its place in the standards: GB 2312 and Big5 both set the everyday
 * characters apart from the rest. It keeps a character possible that neither page nor model has
 * seen, and a box-drawing sign or a private-use code nearly impossible.
 */
final class Rank {
  private static final double EVERYDAY = 0.9 / 4500;
  private static final double KNOWN = 0.05 / 8000;
  private static final double RARE = 0.004 / 20000;
  private static final double SIGN = 0.02 / 200;
  private static final double STRANGE = 1e-9;

  private static final String SIGNS = "，。、；：？！“”‘’（）《》—…·「」『』　";

  private Rank() {}

  /**
   * @param c the character
   * @param folded its form without regard to script
   */
  static double chance(char c, char folded) {
    if (c < 0x80) {
      return SIGN;
    }
    if (!Han.is(c)) {
      return isStrange(c) ? STRANGE : SIGN;
    }
    double asGb = gb(LegacyCharset.GBK.pair(folded));
    double asBig5 = big5(LegacyCharset.BIG5.pair(c));
    return Math.max(gb(LegacyCharset.GBK.pair(c)), (asGb + asBig5) / 2);
  }

  /**
   * Whether prose has no use for this character: a box-drawing sign, a stray vowel, a private code.
   */
  static boolean isStrange(char c) {
    return c >= 0x80 && !Han.is(c) && SIGNS.indexOf(c) < 0;
  }

  /** Whether every reader knows this character; the mainland's standard is the stricter judge. */
  static boolean isEveryday(char c) {
    double gb = gb(LegacyCharset.GBK.pair(c));
    return gb == EVERYDAY || gb == RARE && big5(LegacyCharset.BIG5.pair(c)) == EVERYDAY;
  }

  /** Whether a character is at home in Taiwan's standard and not in the mainland's. */
  static boolean isOnlyTraditional(char c) {
    return Han.is(c)
        && big5(LegacyCharset.BIG5.pair(c)) > RARE
        && gb(LegacyCharset.GBK.pair(c)) == RARE;
  }

  /** The other way round. */
  static boolean isOnlySimplified(char c) {
    return Han.is(c)
        && gb(LegacyCharset.GBK.pair(c)) > RARE
        && big5(LegacyCharset.BIG5.pair(c)) == RARE;
  }

  private static double gb(int pair) {
    if ((pair & 0xFF) < 0xA1 || pair < 0xB0A1 || pair > 0xF7FE) {
      return RARE;
    }
    return pair <= 0xD7FE ? EVERYDAY : KNOWN;
  }

  private static double big5(int pair) {
    if (pair < 0xA440 || pair > 0xF9FE) {
      return RARE;
    }
    return pair <= 0xC67E ? EVERYDAY : KNOWN;
  }
}
