package io.onrecord.normalize.fingerprint;

import io.onrecord.normalize.text.Fold;
import java.util.HexFormat;

/**
 * A 64-bit fingerprint of which similar texts differ in few bits (Charikar 2002): every run of four
 * letters or digits votes on each bit. Case, width, Chinese script, spaces and punctuation do not
 * count.
 */
final class SimHash {
  private static final int GRAM = 4;

  /** 16 hex digits; all zero for a text without letters. */
  String of(String text) {
    int[] votes = new int[Long.SIZE];
    int[] gram = new int[GRAM];
    int seen = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (!Character.isLetterOrDigit(c)) {
        continue;
      }
      gram[seen % GRAM] = c > Character.MAX_VALUE ? c : Fold.fold((char) c);
      seen++;
      if (seen >= GRAM) {
        vote(votes, gram, seen);
      }
    }
    long hash = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      if (votes[bit] > 0) {
        hash |= 1L << bit;
      }
    }
    return HexFormat.of().toHexDigits(hash);
  }

  private static void vote(int[] votes, int[] gram, int seen) {
    long h = 0xcbf29ce484222325L;
    for (int k = 0; k < GRAM; k++) {
      h = (h ^ gram[(seen + k) % GRAM]) * 0x9E3779B97F4A7C15L;
      h ^= h >>> 29;
    }
    for (int bit = 0; bit < Long.SIZE; bit++) {
      votes[bit] += (h >>> bit & 1) == 1 ? 1 : -1;
    }
  }
}
