package io.onrecord.index.analysis;

/** What a folded code point does to the words around it. */
enum CharacterClass {
  LETTER,
  DIGIT,
  /** A character of a script without spaces between words: found by itself and in pairs. */
  UNSPACED,
  /** Within a word it is dropped: {@code don't} is {@code dont}. */
  APOSTROPHE,
  /** Within a word it makes a compound: {@code open-source}. */
  HYPHEN,
  /** Ends whatever stands before it. */
  OTHER;

  static CharacterClass of(int point) {
    if (point < 0x80) {
      return ofAscii(point);
    }
    if (point == 0x2019 || point == 0x02BC) {
      return APOSTROPHE;
    }
    if (point == 0x2010) {
      return HYPHEN;
    }
    if (Character.isDigit(point)) {
      return DIGIT;
    }
    if (isUnspaced(point)) {
      return UNSPACED;
    }
    return isLetter(point) ? LETTER : OTHER;
  }

  private static CharacterClass ofAscii(int point) {
    if (point >= 'a' && point <= 'z') {
      return LETTER;
    }
    if (point >= '0' && point <= '9') {
      return DIGIT;
    }
    return switch (point) {
      case '\'' -> APOSTROPHE;
      case '-', '_' -> HYPHEN;
      default -> OTHER;
    };
  }

  private static boolean isLetter(int point) {
    int type = Character.getType(point);
    return Character.isLetter(point)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isUnspaced(int point) {
    if (point == 0x30FC) { // the long vowel mark, which Unicode gives to no script
      return true;
    }
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI, LAO, KHMER, MYANMAR ->
          isLetter(point) || Character.getType(point) == Character.LETTER_NUMBER;
      default -> false;
    };
  }
}
