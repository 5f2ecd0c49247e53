package io.onrecord.normalize.classify.html;

import java.util.Map;

/**
 * How much a word speaks for or against content, learned from pages: above 0 for, below 0 against.
 * Words are known by their hashes ({@link Words}).
 */
public interface Lexicon {

  /** The weight of a word; 0 when it is unknown. */
  float weight(long word);

  /** A lexicon that knows nothing. */
  Lexicon EMPTY = word -> 0;

  /** A fixed lexicon, with open addressing: it is asked thousands of times a page. */
  static Lexicon of(Map<Long, Float> weights) {
    int size = Integer.highestOneBit(Math.max(4, weights.size()) * 3);
    long[] keys = new long[size];
    float[] values = new float[size];
    weights.forEach(
        (key, value) -> {
          int at = (int) (key >>> 17) & size - 1;
          while (keys[at] != 0) {
            at = at + 1 & size - 1;
          }
          keys[at] = key;
          values[at] = value;
        });
    return word -> {
      int at = (int) (word >>> 17) & size - 1;
      while (keys[at] != 0) {
        if (keys[at] == word) {
          return values[at];
        }
        at = at + 1 & size - 1;
      }
      return 0;
    };
  }
}
