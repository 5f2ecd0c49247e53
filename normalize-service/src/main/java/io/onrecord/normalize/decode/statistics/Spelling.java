package io.onrecord.normalize.decode.statistics;

/**
 * What a character after another costs for its kind and its case, whatever the language: letters
 * are seldom capital after small ones, signs are seldom glued to letters.
 */
final class Spelling {
  private static final int LOWER_TO_UPPER = 40;
  private static final int UPPER_TO_UPPER = 5;
  private static final int FIRST_UPPER = 8;

  private static final byte SIGN = 0;
  private static final byte SMALL = 1;
  private static final byte CAPITAL = 2;
  private static final byte UNICAMERAL = 3;

  private final byte[] kinds = new byte[256];
  private final int[] signs = new int[256];
  private final int[] gluedSigns = new int[256];
  private final boolean[] errors = new boolean[256];

  Spelling(char[] characters) {
    for (int b = 0; b < 256; b++) {
      char c = characters[b];
      kinds[b] = kind(c);
      errors[b] = c == '\uFFFD';
      if (kinds[b] == SIGN && c >= 0x80) {
        signs[b] = HighCharacters.cost(c);
        gluedSigns[b] = signs[b] + HighCharacters.costAfterLetter(c);
      }
    }
  }

  private static byte kind(char c) {
    if (!LanguageModel.isLetter(c)) {
      return SIGN;
    }
    return Character.isUpperCase(c) ? CAPITAL : Character.isLowerCase(c) ? SMALL : UNICAMERAL;
  }

  /** The cost of the second of two bytes. */
  int cost(int first, int second) {
    byte kind = kinds[second];
    if (kind == SIGN) {
      return kinds[first] == SIGN ? signs[second] : gluedSigns[second];
    }
    if (kind != CAPITAL) {
      return 0;
    }
    return switch (kinds[first]) {
      case SMALL -> LOWER_TO_UPPER;
      case CAPITAL -> UPPER_TO_UPPER;
      default -> FIRST_UPPER;
    };
  }

  /** Whether a byte has no character. */
  boolean isError(int b) {
    return errors[b];
  }
}
