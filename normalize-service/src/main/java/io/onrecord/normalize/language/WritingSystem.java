package io.onrecord.normalize.language;

import java.lang.Character.UnicodeScript;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A group of scripts that one language's text uses together, and how much one of its letters
 * weighs.
 *
 * <p>A Chinese character says about as much as three Latin letters; without weights a page that is
 * half Chinese and half its English translation would count as three quarters English. Weights are
 * in half letters.
 */
enum WritingSystem {
  LATIN(2, null),
  /** Han with or without kana: Chinese or Japanese. */
  CJK(6, null),
  CYRILLIC(2, null),
  ARABIC(2, null),
  DEVANAGARI(2, null),
  BENGALI(2, null),
  HEBREW(2, null),
  HANGUL(5, "ko"),
  GREEK(2, "el"),
  THAI(2, "th"),
  LAO(2, "lo"),
  KHMER(2, "km"),
  MYANMAR(2, "my"),
  TAMIL(2, "ta"),
  TELUGU(2, "te"),
  KANNADA(2, "kn"),
  MALAYALAM(2, "ml"),
  GUJARATI(2, "gu"),
  GURMUKHI(2, "pa"),
  ORIYA(2, "or"),
  SINHALA(2, "si"),
  ARMENIAN(2, "hy"),
  GEORGIAN(2, "ka"),
  ETHIOPIC(4, "am"),
  TIBETAN(2, "bo"),
  MONGOLIAN(2, "mn-Mong"),
  /** A script that we know no language of. */
  OTHER(2, "und");

  private static final WritingSystem[] VALUES = values();

  /** Ordinals of the first characters: finding a script is a search each time. */
  private static final byte[] FIRST = first();

  private final int weight;
  private final Optional<String> onlyLanguage;

  WritingSystem(int weight, @Nullable String onlyLanguage) {
    this.weight = weight;
    this.onlyLanguage = Optional.ofNullable(onlyLanguage);
  }

  /** How much one letter of it weighs, in half Latin letters. */
  int weight() {
    return weight;
  }

  /** The language, where the script decides it. */
  Optional<String> onlyLanguage() {
    return onlyLanguage;
  }

  static WritingSystem at(int ordinal) {
    return VALUES[ordinal];
  }

  /** The ordinal of the system that a letter belongs to; -1 for what is not a letter of any. */
  static int ordinalOf(int codePoint) {
    if (codePoint < 0x80) {
      int lower = codePoint | 0x20;
      return lower >= 'a' && lower <= 'z' ? LATIN.ordinal() : -1;
    }
    if (codePoint >= 0x4E00 && codePoint <= 0x9FFF) {
      return CJK.ordinal();
    }
    return codePoint < FIRST.length ? FIRST[codePoint] : search(codePoint);
  }

  private static byte[] first() {
    byte[] ordinals = new byte[0x3400];
    for (int c = 0; c < ordinals.length; c++) {
      ordinals[c] = (byte) search(c);
    }
    return ordinals;
  }

  private static int search(int codePoint) {
    return Character.isLetter(codePoint) ? of(UnicodeScript.of(codePoint)).ordinal() : -1;
  }

  private static WritingSystem of(UnicodeScript script) {
    return switch (script) {
      case LATIN -> LATIN;
      case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> CJK;
      case CYRILLIC -> CYRILLIC;
      case ARABIC -> ARABIC;
      case DEVANAGARI -> DEVANAGARI;
      case BENGALI -> BENGALI;
      case HEBREW -> HEBREW;
      case HANGUL -> HANGUL;
      case GREEK -> GREEK;
      case THAI -> THAI;
      case LAO -> LAO;
      case KHMER -> KHMER;
      case MYANMAR -> MYANMAR;
      case TAMIL -> TAMIL;
      case TELUGU -> TELUGU;
      case KANNADA -> KANNADA;
      case MALAYALAM -> MALAYALAM;
      case GUJARATI -> GUJARATI;
      case GURMUKHI -> GURMUKHI;
      case ORIYA -> ORIYA;
      case SINHALA -> SINHALA;
      case ARMENIAN -> ARMENIAN;
      case GEORGIAN -> GEORGIAN;
      case ETHIOPIC -> ETHIOPIC;
      case TIBETAN -> TIBETAN;
      case MONGOLIAN -> MONGOLIAN;
      default -> OTHER;
    };
  }
}
