package io.onrecord.normalize.repair.punctuation;

/** What stands beside a sign, as far as it tells whether the sign is Chinese punctuation. */
enum Neighbour {
  /** An ideograph. */
  HAN,
  /** A sign that only Chinese and Japanese text has, or quotation marks that it shares. */
  CHINESE_SIGN,
  /** The end of a line or of a table's cell. */
  END,
  SPACE,
  DIGIT,
  LETTER,
  /** ASCII signs that close what stands before another sign: quotation marks, brackets, marks. */
  CLOSING,
  OTHER;

  private static final String CHINESE = "“”‘’…—·";
  private static final String CLOSES = "\"')]*%";

  static Neighbour of(int c) {
    if (c == '\n' || c == '\t') {
      return END;
    }
    if (c == ' ' || c == 0xA0 || c == 0x3000) {
      return SPACE;
    }
    if (isHan(c)) {
      return HAN;
    }
    if (c > 0x3000 && c < 0x3040 || c > 0xFF00 && c < 0xFF66 || CHINESE.indexOf(c) >= 0) {
      return CHINESE_SIGN;
    }
    if (c >= '0' && c <= '9') {
      return DIGIT;
    }
    if (CLOSES.indexOf(c) >= 0) {
      return CLOSING;
    }
    return Character.isLetter(c) ? LETTER : OTHER;
  }

  /** The neighbour before a place; a line's start is an end, too. */
  static Neighbour before(CharSequence text, int at) {
    return at == 0 ? END : of(Character.codePointBefore(text, at));
  }

  /** The neighbour at a place; blanks that end a line belong to the end. */
  static Neighbour at(CharSequence text, int at) {
    int i = at;
    while (i < text.length() && of(text.charAt(i)) == SPACE && i - at < 8) {
      i++;
    }
    Neighbour first = i == text.length() ? END : of(Character.codePointAt(text, i));
    return i > at && first != END ? SPACE : first;
  }

  boolean isChinese() {
    return this == HAN || this == CHINESE_SIGN;
  }

  static boolean isHan(int c) {
    return c >= '〇' && isHanBeyond(c);
  }

  private static boolean isHanBeyond(int c) {
    return c >= 0x4E00 && c <= 0x9FFF
        || c >= 0x3400 && c <= 0x4DBF
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0x20000 && c <= 0x3FFFF
        || c == '〇';
  }
}
