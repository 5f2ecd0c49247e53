package io.onrecord.normalize.decode.charset;

import java.util.Optional;

/**
 * Sound UTF-8, read and counted in one pass: most pages are it, and what is counted on the way
 * decides that they are.
 *
 * @param text the characters
 * @param sequences how many of them take two to four bytes
 * @param longer how many take three or four
 * @param nul whether one of them is U+0000
 */
public record Utf8Text(String text, int sequences, int longer, boolean nul) {

  /** The text of bytes that are UTF-8 without any error; empty for all others. */
  public static Optional<Utf8Text> of(byte[] bytes, int from, int to) {
    return new Utf8Reader(bytes, from, to).read();
  }
}
