package io.onrecord.normalize.classify.html;

import java.util.Map;

/**
 * A lexicon with open addressing, and before it a bit for each word: it is asked thousands of times
 * a page, nearly always for a word that it does not know, and the bits fit into the processor's
 * nearest memory where the words do not.
 */
final class HashedLexicon implements Lexicon {
  private static final int FILTER_BITS = 1 << 17;

  private final long[] filter = new long[FILTER_BITS / Long.SIZE];
  private final long[] keys;
  private final float[] values;

  HashedLexicon(Map<Long, Float> weights) {
    int size = Integer.highestOneBit(Math.max(4, weights.size()) * 3);
    keys = new long[size];
    values = new float[size];
    weights.forEach(this::put);
  }

  private void put(long key, float value) {
    int at = slot(key);
    while (keys[at] != 0) {
      at = at + 1 & keys.length - 1;
    }
    keys[at] = key;
    values[at] = value;
    int bit = bit(key);
    filter[bit >> 6] |= 1L << bit;
  }

  @Override
  public float weight(long word) {
    int bit = bit(word);
    if ((filter[bit >> 6] & 1L << bit) == 0) {
      return 0;
    }
    for (int at = slot(word); keys[at] != 0; at = at + 1 & keys.length - 1) {
      if (keys[at] == word) {
        return values[at];
      }
    }
    return 0;
  }

  private int slot(long key) {
    return (int) (key >>> 17) & keys.length - 1;
  }

  private static int bit(long key) {
    return (int) (key >>> 44) & FILTER_BITS - 1;
  }
}
