package io.onrecord.normalize.classify.html;

/** What each character is, as tables: they are asked for every character of every page. */
final class Signs {
  static final byte LETTER = 1;
  static final byte DIGIT = 2;
  static final byte UPPER = 4;
  static final byte LOWER = 8;

  /** Han, Kana or Hangul: written without spaces, and a word in two or three characters. */
  static final byte ASIAN = 16;

  static final byte WORD = LETTER | DIGIT;

  private static final byte[] KINDS = new byte[Character.MAX_VALUE + 1];
  private static final char[] FOLDED = new char[Character.MAX_VALUE + 1];

  static {
    for (int i = 0; i < KINDS.length; i++) {
      char c = (char) i;
      int kind = Character.isLetter(c) ? LETTER : 0;
      kind |= Character.isDigit(c) ? DIGIT : 0;
      kind |= Character.isUpperCase(c) ? UPPER : 0;
      kind |= Character.isLowerCase(c) ? LOWER : 0;
      kind |= c >= 0x3040 && (c <= 0x9FFF || (c >= 0xAC00 && c <= 0xD7AF)) ? ASIAN : 0;
      KINDS[i] = (byte) kind;
      FOLDED[i] = Character.isDigit(c) ? '0' : Character.toLowerCase(c);
    }
  }

  private Signs() {}

  /** A set of the constants above. */
  static int kind(char c) {
    return KINDS[c];
  }

  /** A letter in lower case, any digit as 0. */
  static char fold(char c) {
    return FOLDED[c];
  }
}
