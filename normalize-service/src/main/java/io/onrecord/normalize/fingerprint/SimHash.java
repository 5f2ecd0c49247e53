package io.onrecord.normalize.fingerprint;

import io.onrecord.normalize.text.Fold;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A 64-bit fingerprint of which similar texts differ in few bits (Charikar 2002): every run of four
 * letters or digits votes on each bit. Case, width, Chinese script, spaces and punctuation do not
 * count.
 */
final class SimHash {

  /** 16 hex digits; all zero for a text without letters. */
  String of(String text) {
    Votes votes = new Votes();
    int first = 0;
    int second = 0;
    int third = 0;
    int seen = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean counts =
          c > Character.MAX_VALUE ? Character.isLetterOrDigit(c) : Fold.letterOrDigit((char) c);
      if (!counts) {
        continue;
      }
      int folded = c > Character.MAX_VALUE ? c : Fold.fold((char) c);
      if (++seen > 3) {
        votes.add(hash(first, second, third, folded));
      }
      first = second;
      second = third;
      third = folded;
    }
    return HexFormat.of().toHexDigits(votes.majority());
  }

  private static long hash(int first, int second, int third, int fourth) {
    long h = mix(0xcbf29ce484222325L, first);
    return mix(mix(mix(h, second), third), fourth);
  }

  private static long mix(long hash, int c) {
    long h = (hash ^ c) * 0x9E3779B97F4A7C15L;
    return h ^ h >>> 29;
  }

  /**
   * Counts for each of 64 bits how many hashes have it. Eight bits are counted at a time, in the
   * eight bytes of a long, and carried over to wider counters before a byte is full: one addition
   * for eight votes.
   */
  private static final class Votes {
    private static final long LOW_BITS = 0x0101010101010101L;
    private static final int FULL = 255;

    private final long[] lanes = new long[Byte.SIZE];
    private final int[] counts = new int[Long.SIZE];
    private int pending;
    private int all;

    void add(long hash) {
      for (int k = 0; k < Byte.SIZE; k++) {
        lanes[k] += hash >>> k & LOW_BITS;
      }
      if (++pending == FULL) {
        carry();
      }
    }

    private void carry() {
      for (int bit = 0; bit < Long.SIZE; bit++) {
        counts[bit] += (int) (lanes[bit % Byte.SIZE] >>> bit / Byte.SIZE * Byte.SIZE & FULL);
      }
      all += pending;
      pending = 0;
      Arrays.fill(lanes, 0);
    }

    /** The bits that more than half of the hashes have. */
    long majority() {
      carry();
      long bits = 0;
      for (int bit = 0; bit < Long.SIZE; bit++) {
        if (2L * counts[bit] > all) {
          bits |= 1L << bit;
        }
      }
      return bits;
    }
  }
}
