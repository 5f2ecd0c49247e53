package io.onrecord.normalize.repair.mojibake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/**
 * A piece of text turned back into the bytes that it was wrongly read from, with the place of every
 * character among them.
 *
 * @param bytes the bytes
 * @param starts for every character (and for the end) where its bytes begin
 */
record EncodedLine(byte[] bytes, int[] starts) {

  /** The bytes of a piece whose every character the set can encode. */
  static EncodedLine of(String text, int from, int to, LegacyCharset wrong) {
    byte[] bytes = new byte[(to - from) * 2 + 8];
    int[] starts = new int[to - from + 1];
    int n = 0;
    for (int i = from; i < to; i++) {
      starts[i - from] = n;
      if (n + 4 > bytes.length) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
      int code = wrong.encode(text.charAt(i));
      if (code == LegacyCharset.NONE) {
        byte[] wide = wide(text.charAt(i), wrong);
        System.arraycopy(wide, 0, bytes, n, wide.length);
        n += wide.length;
      } else {
        if (code > 0xFF) {
          bytes[n++] = (byte) (code >> 8);
        }
        bytes[n++] = (byte) code;
      }
    }
    starts[to - from] = n;
    return new EncodedLine(Arrays.copyOf(bytes, n), starts);
  }

  private static byte[] wide(char c, LegacyCharset wrong) {
    try {
      ByteBuffer four =
          wrong.wider().orElseThrow().newEncoder().encode(CharBuffer.wrap(new char[] {c}));
      return Arrays.copyOf(four.array(), four.limit());
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("not encodable: U+" + Integer.toHexString(c), e);
    }
  }
}
