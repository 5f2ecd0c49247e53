package io.onrecord.normalize.decode.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * What the two-byte sequences of an East Asian encoding mean, taken from a charset of the JDK.
 *
 * <p>An entry is a code point, {@link #NONE}, or (for four sequences of Big5-HKSCS that are a
 * letter and a combining mark) both characters in one negative number.
 */
public final class PairTable {
  /** No character. */
  public static final int NONE = 0;

  private static final int LEADS = 0x80;
  private static final int TRAILS = 0xC0;
  private final int[] codePoints;

  private PairTable(int[] codePoints) {
    this.codePoints = codePoints;
  }

  /** The pairs of {@code charset} whose lead is 80–FF and whose trail is 40–FF. */
  public static PairTable of(Charset charset) {
    int[] table = new int[LEADS * TRAILS];
    ByteArrayOutputStream pairs = new ByteArrayOutputStream();
    for (int lead = 0x80; lead < 0x100; lead++) {
      for (int trail = 0x40; trail < 0x100; trail++) {
        pairs.write(lead);
        pairs.write(trail);
        // A lead of three or four bytes takes a line end or two.
        for (int ends = 0; ends < 4; ends++) {
          pairs.write('\n');
        }
      }
    }
    String text = pairs.toString(charset);
    int at = 0;
    for (int i = 0; i < table.length; i++) {
      int end = text.indexOf('\n', at);
      table[i] = meaning(text, at, end);
      at = end;
      while (at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
    }
    return new PairTable(table);
  }

  private static int meaning(String text, int from, int to) {
    int first = text.codePointAt(from);
    if (first == 0xFFFD || first == '\n') {
      return NONE;
    }
    if (Character.charCount(first) == to - from) {
      return first;
    }
    boolean marked =
        to - from == 2 && Character.getType(text.charAt(from + 1)) == Character.NON_SPACING_MARK;
    return marked ? Integer.MIN_VALUE | first << 16 | text.charAt(from + 1) : NONE;
  }

  /** The entry for a pair of bytes (0–255 each); {@link #NONE} outside the table. */
  public int get(int lead, int trail) {
    return lead < 0x80 || trail < 0x40 ? NONE : codePoints[(lead - 0x80) * TRAILS + trail - 0x40];
  }

  /** The same table with the pairs of some leads and trails taken out or put right. */
  PairTable with(Correction correction) {
    int[] table = codePoints.clone();
    for (int i = 0; i < table.length; i++) {
      table[i] = correction.apply(0x80 + i / TRAILS, 0x40 + i % TRAILS, table[i]);
    }
    return new PairTable(table);
  }

  /** A difference between the JDK's table and the standard's. */
  interface Correction {
    int apply(int lead, int trail, int codePoint);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PairTable that && Arrays.equals(codePoints, that.codePoints);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codePoints);
  }
}
