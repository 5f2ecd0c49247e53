package io.onrecord.normalize.decode.statistics;

import java.util.Optional;

/**
 * UTF-16 and UTF-32 without a mark: read four ways, the way that gives common characters is right.
 *
 * <p>ASCII in wide characters has a zero in every other byte, Chinese has not: there only the
 * commonness of what comes out tells. The first {@value #LIMIT} bytes are read.
 */
public final class WideReading {
  private static final int LIMIT = 2048;
  private static final int ERROR = 120;
  private static final int HIGH_BYTE = 29;

  private WideReading() {}

  /** The cheapest wide reading of the bytes, if it is cheaper than {@code narrow}. */
  public static Optional<Reading> best(byte[] bytes, long narrow) {
    int length = Math.min(bytes.length, LIMIT);
    if (length < 4 || length % 2 != 0 && bytes.length < 16) {
      return Optional.empty();
    }
    Reading best = new Reading("", "", narrow, 0);
    for (Layout layout : Layout.values()) {
      Reading reading = read(layout, bytes, length);
      best = reading.cost() < best.cost() ? reading : best;
    }
    return best.encoding().isEmpty() ? Optional.empty() : Optional.of(best);
  }

  private enum Layout {
    UTF_32LE("UTF-32LE", 4, false),
    UTF_32BE("UTF-32BE", 4, true),
    UTF_16LE("UTF-16LE", 2, false),
    UTF_16BE("UTF-16BE", 2, true);

    private final String encoding;
    private final int unit;
    private final boolean bigEndian;

    Layout(String encoding, int unit, boolean bigEndian) {
      this.encoding = encoding;
      this.unit = unit;
      this.bigEndian = bigEndian;
    }

    int unit(byte[] bytes, int at) {
      int value = 0;
      for (int k = 0; k < unit; k++) {
        value = value << 8 | bytes[bigEndian ? at + k : at + unit - 1 - k] & 0xFF;
      }
      return value;
    }
  }

  private static Reading read(Layout layout, byte[] bytes, int length) {
    Commonness[] models = Commonness.all();
    long[] costs = new long[models.length];
    long shared = 0;
    int errors = 0;
    int previous = ' ';
    int i = 0;
    while (i + layout.unit <= length) {
      int c = layout.unit(bytes, i);
      i += layout.unit;
      if (layout.unit == 2 && c >>> 10 == 0xD800 >>> 10 && i + 2 <= length) {
        int low = layout.unit(bytes, i);
        if (low >>> 10 == 0xDC00 >>> 10) {
          c = Character.toCodePoint((char) c, (char) low);
          i += 2;
        }
      }
      if (c < 0
          || c > Character.MAX_CODE_POINT
          || c >= 0xD800 && c < 0xE000
          || !Character.isDefined(c)) {
        errors++;
        shared += ERROR * layout.unit / 2;
      } else if (isEastAsian(c)) {
        for (int m = 0; m < costs.length; m++) {
          costs[m] += models[m].cost(c);
        }
      } else if (c == 0) {
        shared += (long) ERROR * layout.unit;
      } else {
        shared += otherCost(c, previous);
      }
      previous = Character.isValidCodePoint(c) ? c : ' ';
    }
    int best = 0;
    for (int m = 1; m < costs.length; m++) {
      best = costs[m] < costs[best] ? m : best;
    }
    return new Reading(layout.encoding, models[best].language(), shared + costs[best], errors);
  }

  private static boolean isEastAsian(int c) {
    return c >= 0x2E80 && c < 0xD7B0
        || c >= 0xF900 && c < 0xFB00
        || c >= 0xFF01 && c < 0xFFE0
        || c >= 0x2010 && c <= 0x2026;
  }

  /** A character of any other script; one that goes on in the script before it is cheaper. */
  private static int otherCost(int c, int previous) {
    if (c < 0x80) {
      return asciiCost(c);
    }
    if (Character.getType(c) == Character.CONTROL
        || Character.getType(c) == Character.PRIVATE_USE) {
      return ERROR;
    }
    boolean goesOn =
        Character.UnicodeScript.of(c) == Character.UnicodeScript.of(previous)
            || c >>> 7 == previous >>> 7;
    if (c < 0x2000) {
      return Character.isLetter(c) ? goesOn ? 36 : 60 : 72;
    }
    return c >= 0x1F300 && c < 0x1FB00 || c < 0x2E80 ? 80 : 104;
  }

  private static int asciiCost(int c) {
    if (c < 0x20) {
      return c == '\n' || c == '\r' || c == '\t' ? 24 : ERROR;
    }
    return Character.isLetter(c) || c == ' ' ? 24 : 32;
  }

  /** What the bytes cost read one by one: ASCII as text, the rest as letters of some script. */
  public static long narrow(byte[] bytes) {
    long cost = 0;
    for (int i = 0; i < Math.min(bytes.length, LIMIT); i++) {
      cost += bytes[i] >= 0 ? asciiCost(bytes[i]) : HIGH_BYTE;
    }
    return cost;
  }

  /** What short bytes cost in a reading that counts only what is not ASCII. */
  public static long narrow(byte[] bytes, Reading reading) {
    long cost = reading.cost();
    for (byte b : bytes) {
      cost += b >= 0 ? asciiCost(b) : 0;
    }
    return cost;
  }
}
