package io.onrecord.normalize.decode.statistics;

import java.util.Arrays;

/**
 * The stretches of a text that are not ASCII, with the ASCII next to them: all that tells one
 * encoding from another.
 *
 * <p>Two ASCII bytes are kept after each stretch: the first may be the second half of a pair, the
 * second never is, so every encoding is in step again. At most {@value #LIMIT} bytes, taken from
 * the start, the middle and the last quarter of the text.
 */
final class Sample {
  static final int LIMIT = 3072;

  /** A counter for each pair, all nought between samples: too many to be made for each text. */
  private static final ThreadLocal<int[]> COUNTERS =
      ThreadLocal.withInitial(() -> new int[0x10000]);

  private final byte[] bytes;
  private int length;
  private final int[] pairs = new int[2048];
  private int distinct;
  private int high;
  private final int[] counts;

  private Sample(byte[] text) {
    bytes = new byte[LIMIT + 8];
    gather(text, 0, LIMIT / 2);
    gather(text, text.length / 2, 3 * LIMIT / 4);
    gather(text, text.length / 4 * 3, LIMIT);
    counts = countPairs();
  }

  static Sample of(byte[] text) {
    return new Sample(text);
  }

  private int end;

  /** Takes from {@code from} on until the sample has {@code limit} bytes. */
  private void gather(byte[] text, int from, int limit) {
    int i = Math.max(from, end);
    if (from > 0) {
      while (i < text.length && (text[i] < 0 || text[i] >= 0x30)) {
        i++;
      }
    }
    while (i < text.length && length < limit) {
      if (text[i] >= 0) {
        i++;
        continue;
      }
      if (i > 0 && text[i - 1] >= 0) {
        bytes[length++] = text[i - 1];
      }
      while (i < text.length && length < limit && (text[i] < 0 || nearHigh(text, i))) {
        bytes[length++] = text[i++];
      }
      bytes[length++] = '\n';
    }
    end = Math.max(end, i);
  }

  /** Whether an ASCII byte comes one or two after a byte that is none. */
  private static boolean nearHigh(byte[] text, int i) {
    return text[i - 1] < 0 || i > 1 && text[i - 2] < 0;
  }

  private int[] countPairs() {
    int[] all = COUNTERS.get();
    for (int i = 0; i <= length; i++) {
      high += i < length && bytes[i] < 0 ? 1 : 0;
      int first = i > 0 ? bytes[i - 1] & 0xFF : '\n';
      int second = i < length ? bytes[i] & 0xFF : '\n';
      if ((first | second) >= 0x80 && all[first << 8 | second]++ == 0) {
        if (distinct == pairs.length) {
          all[first << 8 | second] = 0;
          continue;
        }
        pairs[distinct++] = first << 8 | second;
      }
    }
    int[] counted = new int[distinct];
    for (int p = 0; p < distinct; p++) {
      counted[p] = repeats() ? 1 : all[pairs[p]];
      all[pairs[p]] = 0;
    }
    return counted;
  }

  /** Puts the most frequent pairs first: a reading that is wrong then shows it soon. */
  void sortPairs() {
    long[] order = new long[distinct];
    for (int p = 0; p < distinct; p++) {
      order[p] = (long) counts[p] << 16 | pairs[p];
    }
    Arrays.sort(order);
    for (int p = 0; p < distinct; p++) {
      long entry = order[distinct - 1 - p];
      pairs[p] = (int) (entry & 0xFFFF);
      counts[p] = (int) (entry >>> 16);
    }
  }

  /** Whether the text says the same few characters over and over. */
  boolean repeats() {
    return distinct * 40 < high;
  }

  /** How many bytes are above 7F. */
  int high() {
    return high;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** How many different neighbours there are of which at least one is above 7F. */
  int distinctPairs() {
    return distinct;
  }

  /** The two bytes of a pair of neighbours, first in the high half. */
  int pair(int index) {
    return pairs[index];
  }

  int count(int index) {
    return counts[index];
  }
}
