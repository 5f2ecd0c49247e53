package io.onrecord.normalize.repair.mojibake;

/** Reads UTF-8 one character at a time, with the surrogate pairs of CESU-8. */
final class Utf8Walk {
  /** Not a character of UTF-8. */
  static final int NONE = -1;

  private Utf8Walk() {}

  /** Whether two bytes can be the first two of a character of several. */
  static boolean startsCharacter(int first, int second) {
    return first >= 0xC2 && first <= 0xF4 && (second & 0xC0) == 0x80;
  }

  /** How many bytes the character that a byte begins has; 0 if none begins so. */
  static int length(int lead) {
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }

  /**
   * The bytes that the character at a place takes, 6 for a pair of surrogates; 0 if there is none,
   * and for the replacement character too: what it stands for is lost.
   */
  static int lengthAt(byte[] bytes, int at, int end) {
    int length = length(bytes[at] & 0xFF);
    if (length == 0 || at + length > end) {
      return 0;
    }
    int point = point(bytes, at, length);
    if (point == NONE) {
      return 0;
    }
    if (point >= 0xD800 && point < 0xDC00) {
      int low = at + 6 <= end && bytes[at + 3] == (byte) 0xED ? point(bytes, at + 3, 3) : NONE;
      return low >= 0xDC00 && low < 0xE000 ? 6 : 0;
    }
    boolean text = point != 0xFFFD && (point < 0xDC00 || point >= 0xE000);
    return text ? length : 0;
  }

  /** The character that {@code length} bytes stand for. */
  static int pointAt(byte[] bytes, int at, int length) {
    return length == 6
        ? Character.toCodePoint((char) point(bytes, at, 3), (char) point(bytes, at + 3, 3))
        : point(bytes, at, length);
  }

  /** The characters of bytes that are such all through. */
  static String text(byte[] bytes, int from, int to) {
    StringBuilder text = new StringBuilder(to - from);
    int at = from;
    while (at < to) {
      int length = lengthAt(bytes, at, bytes.length);
      text.appendCodePoint(pointAt(bytes, at, length));
      at += length;
    }
    return text.toString();
  }

  private static int point(byte[] bytes, int at, int length) {
    int lead = bytes[at] & 0xFF;
    if (length == 1) {
      return lead;
    }
    int point = lead & 0xFF >> length + 1;
    for (int i = 1; i < length; i++) {
      int next = bytes[at + i];
      if ((next & 0xC0) != 0x80) {
        return NONE;
      }
      point = point << 6 | next & 0x3F;
    }
    boolean tooLong = length == 3 && point < 0x800 || length == 4 && point < 0x10000;
    return tooLong || point > 0x10FFFF ? NONE : point;
  }
}
