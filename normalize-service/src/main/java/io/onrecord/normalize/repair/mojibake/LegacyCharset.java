package io.onrecord.normalize.repair.mojibake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A character set of one or two bytes a character as tables in both directions.
 *
 * <p>Undoing a wrong decode needs more than a charset's own encoder offers: programs that decode
 * wrongly are generous (an undefined byte becomes a C1 control or a private-use character) and
 * their tables differ in details, so {@code encode} knows what any of them would have made of a
 * byte, while {@code decode} knows the one right meaning. Thread-safe.
 */
final class LegacyCharset {
  /** No such byte or character. */
  static final int NONE = -1;

  private final String label;
  private final int[] singles = new int[256];
  private final int[] doubles;
  private final short[] codes = new short[0x10000];
  private Optional<Charset> wider = Optional.empty();

  private LegacyCharset(String label, boolean doubleByte) {
    this.label = label;
    this.doubles = doubleByte ? new int[0x10000] : new int[0];
    Arrays.fill(singles, NONE);
    Arrays.fill(doubles, NONE);
    for (int b = 0; b < 0x80; b++) {
      singles[b] = b;
      codes[b] = (short) b;
    }
  }

  /**
   * A set of one byte a character; an undefined byte may have become the C1 control of its number.
   */
  static LegacyCharset singleByte(String label, String... charsets) {
    LegacyCharset set = new LegacyCharset(label, false);
    for (String charset : charsets) {
      set.readSingles(Charset.forName(charset));
    }
    for (int b = 0x80; b < 0xA0; b++) {
      set.mayHaveBecome(b, b);
    }
    return set;
  }

  /**
   * A set of two bytes a character; the first charset decides where they differ. Private-use
   * characters are only what a wrong decode may have made, never a right meaning.
   */
  static LegacyCharset doubleByte(String label, List<String> charsets, List<UserArea> areas) {
    LegacyCharset set = new LegacyCharset(label, true);
    for (String charset : charsets) {
      set.readSingles(Charset.forName(charset));
      set.readDoubles(Charset.forName(charset));
    }
    areas.forEach(area -> area.addTo(set));
    return set;
  }

  /** Says that characters of four bytes belong to the set too, as in GB18030. */
  LegacyCharset widerIn(String charset) {
    wider = Optional.of(Charset.forName(charset));
    return this;
  }

  /** One more character that a decoder may have made of a code. */
  LegacyCharset mayHaveBecome(int code, int character) {
    if (codes[character] == 0) {
      codes[character] = (short) code;
    }
    return this;
  }

  private void readSingles(Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    for (int b = 0x80; b < 0x100; b++) {
      define(singles, b, decode(decoder, new byte[] {(byte) b}));
    }
  }

  private void readDoubles(Charset charset) {
    CharsetDecoder decoder = charset.newDecoder();
    byte[] pair = new byte[2];
    for (int lead = 0x81; lead < 0xFF; lead++) {
      pair[0] = (byte) lead;
      for (int trail = 0x40; trail < 0xFF; trail++) {
        pair[1] = (byte) trail;
        define(doubles, lead << 8 | trail, decode(decoder, pair));
      }
    }
  }

  private void define(int[] table, int code, int character) {
    if (character == NONE) {
      return;
    }
    if (table[code] == NONE && Character.getType(character) != Character.PRIVATE_USE) {
      table[code] = character;
    }
    if (character < 0x10000) {
      mayHaveBecome(code, character);
    }
  }

  private static int decode(CharsetDecoder decoder, byte[] bytes) {
    CharBuffer out = CharBuffer.allocate(4);
    CoderResult result = decoder.reset().decode(ByteBuffer.wrap(bytes), out, true);
    if (result.isError() || out.position() == 0) {
      return NONE;
    }
    String s = out.flip().toString();
    return s.codePointCount(0, s.length()) == 1 && s.codePointAt(0) != 0xFFFD
        ? s.codePointAt(0)
        : NONE;
  }

  /** The name of the set in a repair's kind. */
  String label() {
    return label;
  }

  /** The charset that knows the four-byte characters, if the set has such. */
  Optional<Charset> wider() {
    return wider;
  }

  /** Whether characters of two bytes belong to the set. */
  boolean isDoubleByte() {
    return doubles.length > 0;
  }

  /** The one byte (below 0x100) or two bytes of a character, or {@link #NONE}. */
  int encode(char c) {
    int code = codes[c] & 0xFFFF;
    return code == 0 && c != 0 ? NONE : code;
  }

  /** The character of one byte, or {@link #NONE}. */
  int decode(int single) {
    return singles[single];
  }

  /** The character of two bytes, or {@link #NONE}. */
  int decode(int lead, int trail) {
    return doubles.length == 0 ? NONE : doubles[lead << 8 | trail];
  }
}
