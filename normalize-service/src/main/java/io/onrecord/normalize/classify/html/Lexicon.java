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

  /** A fixed lexicon. */
  static Lexicon of(Map<Long, Float> weights) {
    return new HashedLexicon(weights);
  }
}
