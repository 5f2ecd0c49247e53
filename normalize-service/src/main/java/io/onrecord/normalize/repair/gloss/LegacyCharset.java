package io.onrecord.normalize.repair.gloss;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.List;

/**
 * A double-byte encoding as a table of pairs, both ways. An encoding has several vendors' tables;
 * the first that knows a pair decides and the others fill its gaps, so that text decoded by any of
 * them goes back to its bytes.
 */
final class LegacyCharset {
  static final LegacyCharset GB2312 = new LegacyCharset("GB2312", List.of("GB2312"));
  static final LegacyCharset GBK = new LegacyCharset("GBK", List.of("GBK", "GB18030"));
  static final LegacyCharset BIG5 =
      new LegacyCharset("Big5", List.of("x-windows-950", "Big5-HKSCS"));

  /** The encodings that a page may have been damaged in. */
  static final List<LegacyCharset> ALL = List.of(GB2312, GBK, BIG5);

  static final int FIRST_LEAD = 0x81;
  static final int LAST_LEAD = 0xFE;
  static final int FIRST_TRAIL = 0x40;

  /** The lead bytes of GB 2312's Chinese characters, about those of Big5's. */
  private static final int FIRST_HAN = 0xB0;

  private static final int LAST_HAN = 0xF7;

  private final String name;
  private final char[] charOfPair = new char[1 << 16];
  private final char[] pairOfChar = new char[1 << 16];
  private final BitSet unreadable = new BitSet();
  private final BitSet unreadableFirst = new BitSet();

  private LegacyCharset(String name, List<String> vendors) {
    this.name = name;
    for (String vendor : vendors) {
      add(Charset.forName(vendor));
    }
    for (int first = FIRST_LEAD; first <= LAST_LEAD; first++) {
      unreadableFirst.set(first, isUnreadableBeforeMost(first));
    }
  }

  private void add(Charset vendor) {
    for (int lead = FIRST_LEAD; lead <= LAST_LEAD; lead++) {
      for (int trail = FIRST_TRAIL; trail <= LAST_LEAD; trail++) {
        String one = new String(new byte[] {(byte) lead, (byte) trail}, vendor);
        if (one.length() == 1 && one.charAt(0) >= 0x80 && one.charAt(0) != '\uFFFD') {
          fill(lead << 8 | trail, one.charAt(0));
        }
        if (one.length() != 1 || one.charAt(0) == '\uFFFD' || isPrivate(one.charAt(0))) {
          unreadable.set(lead << 8 | trail);
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

  /** Whether some vendor's decoder has no character for these two bytes and loses the first. */
  boolean isUnreadable(int first, int second) {
    return unreadable.get(first << 8 | second);
  }

  /** Whether a decoder has no character for this byte and most of those that begin one. */
  boolean isUnreadable(int first) {
    return unreadableFirst.get(first);
  }

  private boolean isUnreadableBeforeMost(int first) {
    int most = 0;
    for (int second = FIRST_HAN; second <= LAST_HAN; second++) {
      most += isUnreadable(first, second) ? 1 : -1;
    }
    return most > 0;
  }

  /** Whether some character has this lead byte. */
  static boolean isLead(int b) {
    return b >= FIRST_LEAD && b <= LAST_LEAD;
  }
}
