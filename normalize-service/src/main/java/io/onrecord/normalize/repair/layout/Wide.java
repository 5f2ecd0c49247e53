package io.onrecord.normalize.repair.layout;

/**
 * Which characters take two cells and stand without spaces: Chinese, Japanese, their punctuation.
 */
final class Wide {
  private Wide() {}

  static boolean is(int c) {
    return c >= 0x2E80 && c <= 0xA4CF
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE30 && c <= 0xFE4F
        || c >= 0xFF01 && c <= 0xFF60
        || c >= 0x20000 && c <= 0x3FFFF;
  }

  /** Wide, or one of the signs that Chinese text shares with others and sets without spaces. */
  static boolean isOrPunctuation(int c) {
    return is(c) || c == '“' || c == '”' || c == '‘' || c == '’' || c == '…' || c == '—'
        || c == '·';
  }

  /** Whether a seam between two texts has a wide character on both sides. */
  static boolean bothSides(String end, String start) {
    return !end.isEmpty()
        && !start.isEmpty()
        && is(end.codePointBefore(end.length()))
        && is(start.codePointAt(0));
  }
}
