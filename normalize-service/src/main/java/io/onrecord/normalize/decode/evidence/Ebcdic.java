package io.onrecord.normalize.decode.evidence;

/**
 * Text of IBM's mainframes has no ASCII in it: its space is 40, its letters are above 80 in three
 * blocks of nine.
 */
public final class Ebcdic {
  private static final int LIMIT = 8192;

  private Ebcdic() {}

  /** Whether the bytes are words of Latin letters in EBCDIC. */
  public static boolean looksLike(byte[] bytes) {
    int length = Math.min(bytes.length, LIMIT);
    int spaces = 0;
    int letters = 0;
    for (int i = 0; i < length; i++) {
      int b = bytes[i] & 0xFF;
      spaces += b == 0x40 ? 1 : 0;
      letters += isLetterOrDigit(b) ? 1 : 0;
    }
    return length >= 16 && spaces * 16 > length && letters * 4 > length * 3 - spaces * 3;
  }

  private static boolean isLetterOrDigit(int b) {
    int cell = b & 0x0F;
    return switch (b >> 4) {
      case 0x8, 0x9, 0xC, 0xD -> cell >= 1 && cell <= 9;
      case 0xA, 0xE -> cell >= 2 && cell <= 9;
      case 0xF -> cell <= 9;
      default -> false;
    };
  }
}
