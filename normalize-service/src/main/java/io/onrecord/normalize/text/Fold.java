package io.onrecord.normalize.text;

import io.onrecord.script.ScriptFolding;

/**
 * Folds what writers vary without meaning anything by it: case, full-width and half-width forms,
 * typographic quotes and dashes, kinds of space, traditional and simplified script. One character
 * gives one character, so positions survive. Used for comparison only, never for published text.
 */
public final class Fold {
  private static final int FIRST_WITH_VARIANTS = 0x3400;
  private static final char[] TABLE = table();

  /** A bit for each letter or digit: asking the platform costs a walk through its tables. */
  private static final long[] LETTERS_AND_DIGITS = lettersAndDigits();

  private Fold() {}

  /** The folded text, as long as the text. */
  public static String fold(CharSequence text) {
    char[] folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      folded[i] = TABLE[text.charAt(i)];
    }
    return new String(folded);
  }

  /** The text with its script folded and nothing else: for patterns that must stay patterns. */
  public static String foldScript(String text) {
    return ScriptFolding.fold(text);
  }

  /** The folded character. */
  public static char fold(char c) {
    return TABLE[c];
  }

  /** What {@link Character#isLetterOrDigit(char)} says, at once. */
  public static boolean letterOrDigit(char c) {
    return (LETTERS_AND_DIGITS[c >> 6] & 1L << c) != 0;
  }

  /** Whether the character is written without spaces between words: Han, kana, bopomofo. */
  public static boolean ideographic(char c) {
    return c >= 0x2E80 && c <= 0x9FFF && !(c >= 0x3000 && c <= 0x3004 || c >= 0x3008 && c <= 0x303F)
        || c >= 0xF900 && c <= 0xFAFF
        || Character.isSurrogate(c);
  }

  private static long[] lettersAndDigits() {
    long[] bits = new long[(Character.MAX_VALUE + 1) / Long.SIZE];
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      bits[c >> 6] |= Character.isLetterOrDigit(c) ? 1L << c : 0;
    }
    return bits;
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = Character.isSurrogate((char) c) ? (char) c : foldOne((char) c);
    }
    return table;
  }

  private static char foldOne(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return Character.toLowerCase((char) (c - 0xFEE0));
    }
    return switch (c) {
      case '\u3000', '\u00A0', '\t', '\u2002', '\u2003', '\u2009', '\u202F' -> ' ';
      case '\u3002', '\uFF61' -> '.';
      case '\u3001' -> ',';
      case '\u2018', '\u2019', '\u02BC', '\u2032', '`' -> '\'';
      case '\u201C', '\u201D', '\u300C', '\u300D', '\u300E', '\u300F', '\u2033' -> '"';
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
      case '\u30FB', '\u2022', '\u2027' -> '\u00B7';
      case '\u4E28', '\u2502', '\u00A6' -> '|';
      case '\u3010' -> '[';
      case '\u3011' -> ']';
      default -> {
        int script = c < FIRST_WITH_VARIANTS ? c : ScriptFolding.fold(c);
        yield script > Character.MAX_VALUE ? c : Character.toLowerCase((char) script);
      }
    };
  }
}
