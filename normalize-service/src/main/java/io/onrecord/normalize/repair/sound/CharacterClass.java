package io.onrecord.normalize.repair.sound;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;

/** What kind of thing a character is, as far as it matters for which may stand beside which. */
public enum CharacterClass {
  BREAK,
  LOWER,
  UPPER,
  DIGIT,
  PUNCTUATION,
  ACCENTED_LOWER,
  ACCENTED_UPPER,
  RARE_LATIN,
  TYPOGRAPHY,
  SYMBOL,
  MARK,
  GREEK,
  CYRILLIC_LOWER,
  CYRILLIC_UPPER,
  HEBREW,
  ARABIC,
  INDIC,
  SOUTH_EAST_ASIAN,
  OTHER_SCRIPT,
  HAN,
  HIRAGANA,
  KATAKANA,
  HALFWIDTH_KANA,
  HANGUL,
  BOPOMOFO,
  CJK_PUNCTUATION,
  FULLWIDTH,
  BOX,
  PICTURE,
  FORMAT,
  BAD;

  private static final String TYPOGRAPHIC = "–—―‘’“”„‚‛‟…•«»‹›†‡‰¡¿·\u2011\u2010′″";

  static CharacterClass of(int c) {
    if (c < 0x80) {
      return ofAscii(c);
    }
    if (c == 0xA0 || c == 0x3000 || c == 0x202F || c >= 0x2000 && c <= 0x200A || c == 0x2028) {
      return BREAK;
    }
    if (TYPOGRAPHIC.indexOf(c) >= 0) {
      return TYPOGRAPHY;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE ->
          BAD;
      case Character.FORMAT -> FORMAT;
      default -> c == 0xFFFD ? BAD : ofScript(c);
    };
  }

  private static CharacterClass ofAscii(int c) {
    if (c >= 'a' && c <= 'z') {
      return LOWER;
    }
    if (c >= 'A' && c <= 'Z') {
      return UPPER;
    }
    if (c >= '0' && c <= '9') {
      return DIGIT;
    }
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      return BREAK;
    }
    return c < ' ' || c == 0x7F ? BAD : PUNCTUATION;
  }

  private static CharacterClass ofScript(int c) {
    if (c >= 0x3000 && c <= 0x303F && c != 0x3005 && c != 0x3007
        || c >= 0xFE30 && c <= 0xFE6F
        || c >= 0xFF01 && c <= 0xFF65 && !Character.isLetterOrDigit(c)
        || c == 0x30FB) {
      return CJK_PUNCTUATION;
    }
    if (c >= 0xFF10 && c <= 0xFF5A) {
      return FULLWIDTH;
    }
    if (c >= 0xFF65 && c <= 0xFF9F) {
      return HALFWIDTH_KANA;
    }
    if (c >= 0x2500 && c <= 0x259F) {
      return BOX;
    }
    if (c >= 0x1F000 && c <= 0x1FAFF) {
      return PICTURE;
    }
    return switch (UnicodeScript.of(c)) {
      case LATIN -> ofLatin(c);
      case GREEK -> GREEK;
      case CYRILLIC -> Character.isUpperCase(c) ? CYRILLIC_UPPER : CYRILLIC_LOWER;
      case HEBREW -> HEBREW;
      case ARABIC -> ARABIC;
      case DEVANAGARI,
          BENGALI,
          GURMUKHI,
          GUJARATI,
          ORIYA,
          TAMIL,
          TELUGU,
          KANNADA,
          MALAYALAM,
          SINHALA ->
          INDIC;
      case THAI, LAO, KHMER, MYANMAR -> SOUTH_EAST_ASIAN;
      case HAN -> HAN;
      case HIRAGANA -> HIRAGANA;
      case KATAKANA -> KATAKANA;
      case HANGUL -> HANGUL;
      case BOPOMOFO -> BOPOMOFO;
      case COMMON, INHERITED -> ofCommon(c);
      default -> OTHER_SCRIPT;
    };
  }

  private static CharacterClass ofLatin(int c) {
    UnicodeBlock block = UnicodeBlock.of(c);
    boolean usual =
        block == UnicodeBlock.LATIN_1_SUPPLEMENT && Character.isLetter(c) && c != 0xAA && c != 0xBA
            || block == UnicodeBlock.LATIN_EXTENDED_A
            || block == UnicodeBlock.LATIN_EXTENDED_ADDITIONAL
            || "ơưƠƯșțȘȚəƏ".indexOf(c) >= 0;
    if (!usual) {
      return Character.isLetter(c) && c > 0xFF ? RARE_LATIN : SYMBOL;
    }
    return Character.isUpperCase(c) ? ACCENTED_UPPER : ACCENTED_LOWER;
  }

  private static CharacterClass ofCommon(int c) {
    if (c == 0x30FC || c == 0xFF70) {
      return c == 0x30FC ? KATAKANA : HALFWIDTH_KANA;
    }
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return c >= 0xFE00 && c <= 0xFE0F ? FORMAT : MARK;
    }
    return Character.isLetter(c) ? RARE_LATIN : SYMBOL;
  }
}
