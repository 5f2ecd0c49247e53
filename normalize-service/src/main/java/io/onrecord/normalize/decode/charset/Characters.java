package io.onrecord.normalize.decode.charset;

import java.util.Arrays;

/** The text that a decoder has made so far: grows, takes code points and table entries. */
final class Characters {
  private char[] text;
  private int length;

  Characters(int expected) {
    text = new char[Math.max(expected, 16)];
  }

  void put(char c) {
    if (length == text.length) {
      text = Arrays.copyOf(text, text.length + (text.length >> 1) + 16);
    }
    text[length++] = c;
  }

  /** A code point, or an entry of a {@link PairTable} that is two characters. */
  void put(int entry) {
    if (entry < 0) {
      put((char) (entry >>> 16 & 0x7FFF));
      put((char) entry);
    } else if (entry < 0x10000) {
      put((char) entry);
    } else {
      put(Character.highSurrogate(entry));
      put(Character.lowSurrogate(entry));
    }
  }

  void error() {
    put('\uFFFD');
  }

  @Override
  public String toString() {
    return new String(text, 0, length);
  }
}
