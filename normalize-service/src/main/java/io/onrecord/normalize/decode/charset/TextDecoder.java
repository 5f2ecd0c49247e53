package io.onrecord.normalize.decode.charset;

/** Reads bytes of one encoding as text; never throws, writes U+FFFD for what cannot be read. */
public interface TextDecoder {

  /** The text of the bytes from {@code from} (inclusive) to {@code to} (exclusive). */
  String decode(byte[] bytes, int from, int to);

  /** The text of all the bytes. */
  default String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }
}
