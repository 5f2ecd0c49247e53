package io.onrecord.normalize.decode.statistics;

/** What a character that is neither ASCII nor a letter costs in running text, by its kind. */
final class HighCharacters {
  private static final String QUOTES =
      "\u2018\u2019\u201C\u201D\u00AB\u00BB\u2013\u2014\u2026\u00A0";
  private static final String USUAL = "\u201E\u201A\u2039\u203A°§©®·•€£™№ªº¿¡";

  /** What may follow a letter directly. */
  private static final String CLOSING =
      "\u2019\u201D\u00BB\u2026\u2013\u2014\u00A0\u2018\u201C\u203A®™°·ªº";

  private HighCharacters() {}

  /** The cost in eighths of a nat. */
  static int cost(char c) {
    if (QUOTES.indexOf(c) >= 0) {
      return 36;
    }
    if (USUAL.indexOf(c) >= 0) {
      return 52;
    }
    if (c == '\uFFFD') {
      return 120;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.UNASSIGNED, Character.PRIVATE_USE -> 112;
      case Character.OTHER_SYMBOL -> 64;
      case Character.MATH_SYMBOL -> 80;
      default -> c < 0x100 ? 72 : 80;
    };
  }

  /** What it costs more that a letter stands directly before it. */
  static int costAfterLetter(char c) {
    return CLOSING.indexOf(c) >= 0 ? 0 : 20;
  }
}
