package io.onrecord.normalize.repair.gloss;

/** Which characters are Chinese ones; the legacy encodings have none beyond the basic plane. */
final class Han {
  private Han() {}

  static boolean is(char c) {
    return c >= '\u4e00' && c <= '\u9fff' || c >= '\u3400' && c <= '\u4dbf' || c == '〇';
  }
}
