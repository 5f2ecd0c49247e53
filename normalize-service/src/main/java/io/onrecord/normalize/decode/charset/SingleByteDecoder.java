package io.onrecord.normalize.decode.charset;

import java.nio.charset.Charset;

/** An encoding in which every byte is a character. */
public final class SingleByteDecoder implements TextDecoder {
  private final char[] characters;

  SingleByteDecoder(char[] characters) {
    this.characters = characters;
  }

  /**
   * The decoder of a charset of the JDK. Bytes 80–9F that it leaves open are C1 controls, as the
   * standard has it.
   */
  static SingleByteDecoder of(Charset charset) {
    byte[] all = new byte[256];
    for (int b = 0; b < 256; b++) {
      all[b] = (byte) b;
    }
    char[] table = new char[256];
    String text = new String(all, charset);
    for (int b = 0; b < 256; b++) {
      char c = text.charAt(b);
      table[b] = c == '\uFFFD' && b < 0xA0 ? (char) b : c;
    }
    return new SingleByteDecoder(table);
  }

  /** The same decoder with one byte meaning another character. */
  SingleByteDecoder with(int b, char character) {
    char[] table = characters.clone();
    table[b] = character;
    return new SingleByteDecoder(table);
  }

  /** The character of a byte (0–255). */
  public char character(int b) {
    return characters[b];
  }

  @Override
  public String decode(byte[] bytes, int from, int to) {
    char[] text = new char[to - from];
    for (int i = from; i < to; i++) {
      text[i - from] = characters[bytes[i] & 0xFF];
    }
    return new String(text);
  }
}
