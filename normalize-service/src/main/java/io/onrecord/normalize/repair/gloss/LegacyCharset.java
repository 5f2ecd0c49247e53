package io.onrecord.normalize.repair.gloss;

import java.nio.charset.Charset;
import java.util.List;

/**
 * A double-byte encoding as a table of pairs, both ways. An encoding has several vendors' tables;
 * the first that knows a pair decides and the others fill its gaps, so that text decoded by any of
 * them goes back to its bytes.
 */
final class LegacyCharset {
  static final LegacyCharset GBK = new LegacyCharset("GBK", List.of("GBK", "GB18030"));
  static final LegacyCharset BIG5 =
      new LegacyCharset("Big5", List.of("x-windows-950", "Big5-HKSCS"));

  /** The encodings that a page may have been damaged in. */
  static final List<LegacyCharset> ALL = List.of(GBK, BIG5);

  static final int FIRST_LEAD = 0x81;
  static final int LAST_LEAD = 0xFE;
  static final int FIRST_TRAIL = 0x40;

  private final String name;
  private final char[] charOfPair = new char[1 << 16];
  private final char[] pairOfChar = new char[1 << 16];

  private LegacyCharset(String name, List<String> vendors) {
    this.name = name;
    for (String vendor : vendors) {
      add(Charset.forName(vendor));
    }
  }

  private void add(Charset vendor) {
    for (int lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
      for (int trail = FIRST_TRAIL; trail <= LAST_LEAD; trail++) {
        String one = new String(new byte[] {(byte) lead, (byte) trail}, vendor);
        if (one.length() == 1 && one.charAt(0) >= 0x80 && one.charAt(0) != '\uFFFD') {
          fill(lead << 8 | trail, one.charAt(0));
        }
      }
    }
  }

  private void fill(int pair, char c) {
    if (charOfPair[pair] == 0 || isPrivate(charOfPair[pair])) {
      charOfPair[pair] = c;
    }
    if (pairOfChar[c] == 0) {
      pairOfChar[c] = (char) pair;
    }
  }

  /** One vendor's private use is another's character. */
  private static boolean isPrivate(char c) {
    return c >= '\uE000' && c <= '\uF8FF';
  }

  String name() {
    return name;
  }

  /** The two bytes of a character as one number, lead byte first; 0 if the encoding lacks it. */
  int pair(char c) {
    return pairOfChar[c];
  }

  /** The character of two bytes; 0 if there is none. */
  char character(int lead, int trail) {
    return charOfPair[lead << 8 | trail];
  }

  /** Whether some character has this lead byte. */
  static boolean isLead(int b) {
    return b >= FIRST_LEAD && b <= LAST_LEAD;
  }
}
