package io.onrecord.normalize.repair.gloss;

/**
 * What a damaged text is made of: a known byte (0 to 255), a character that the encoding lacks, or
 * a byte of which only the kind is known because the decoder wrote a question mark for it.
 */
final class Unit {
  /** A byte of 0x81 or more that is gone: it was the lead of a pair that did not fit. */
  static final int LOST_HIGH = 0x20000;

  /** A byte below 0x40 that is gone: the decoder took it for the trail of the byte before. */
  static final int LOST_ASCII = 0x20001;

  /** A byte of 0x81 or more that is gone, and with it the byte behind it, which began a pair. */
  static final int LOST_WITH_NEXT = 0x20002;

  private static final int LOST_BEFORE = 0x40000;
  private static final int CHARACTER = 0x10000;

  private Unit() {}

  static int character(char c) {
    return CHARACTER | c;
  }

  /**
   * A byte of 0x81 or more that is gone: it made no pair with this byte, which stands behind it.
   */
  static int lostBefore(int next) {
    return LOST_BEFORE | next;
  }

  static boolean isLostBefore(int unit) {
    return (unit & LOST_BEFORE) != 0;
  }

  /** The byte behind one that is lost before it. */
  static int next(int lostBefore) {
    return lostBefore & 0xFF;
  }

  static boolean isCharacter(int unit) {
    return (unit & CHARACTER) != 0;
  }

  /** Whether a unit of the text can be this known unit. */
  static boolean fits(int unit, int known) {
    if (isLostBefore(unit)) {
      return known >= 0x80 && known <= 0xFF;
    }
    return switch (unit) {
      case LOST_HIGH, LOST_WITH_NEXT -> known >= 0x80 && known <= 0xFF;
      case LOST_ASCII -> known <= 0xFF;
      default -> unit == known;
    };
  }

  /** A text as units, nothing unknown in it. */
  static int[] of(String text, LegacyCharset charset) {
    int[] units = new int[text.length() * 2];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int pair = charset.pair(c);
      if (c < 0x80) {
        units[n++] = c;
      } else if (pair != 0) {
        units[n++] = pair >> 8;
        units[n++] = pair & 0xFF;
      } else {
        units[n++] = character(c);
      }
    }
    return java.util.Arrays.copyOf(units, n);
  }
}
