package io.onrecord.normalize.repair.step;

/**
 * The signs that a text has, seen in one pass with one look-up a character: most text is sound, and
 * so it must cost next to nothing to see that.
 */
public record Signs(int bits) {
  private static final short[] BITS = new short[0x10000];
  private static final int CHUNK = 4096;

  static {
    for (int c = 0; c < BITS.length; c++) {
      BITS[c] = (short) Sign.bitsOf(c);
    }
  }

  /** The signs of a text. */
  public static Signs of(String text) {
    char[] chunk = new char[Math.min(CHUNK, text.length())];
    int bits = 0;
    for (int from = 0; from < text.length(); from += CHUNK) {
      int length = Math.min(CHUNK, text.length() - from);
      text.getChars(from, from + length, chunk, 0);
      for (int i = 0; i < length; i++) {
        bits |= BITS[chunk[i]];
      }
    }
    return new Signs(bits);
  }

  /** Whether the text has a character of this kind. */
  public boolean has(Sign sign) {
    return (bits & sign.bit()) != 0;
  }
}
