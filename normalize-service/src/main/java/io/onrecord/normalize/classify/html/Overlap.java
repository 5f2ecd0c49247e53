package io.onrecord.normalize.classify.html;

import java.util.function.LongConsumer;

/**
 * How much of a block occurs in the page's title, in its description and in the article body that
 * it declares: one pass over the block for all three.
 */
final class Overlap implements LongConsumer {
  private final GramSet[] sets;
  private final int[] hits;
  private int runs;

  Overlap(String... texts) {
    sets = new GramSet[texts.length];
    hits = new int[texts.length];
    for (int i = 0; i < texts.length; i++) {
      sets[i] = new GramSet(texts[i]);
    }
  }

  void read(String block) {
    java.util.Arrays.fill(hits, 0);
    runs = 0;
    Words.grams(block, this);
  }

  @Override
  public void accept(long gram) {
    runs++;
    for (int i = 0; i < sets.length; i++) {
      hits[i] += sets[i].contains(gram) ? 1 : 0;
    }
  }

  /** The share of the block's runs that are in a text; -1 when either has none. */
  float share(int text) {
    return runs == 0 || sets[text].isEmpty() ? -1 : (float) hits[text] / runs;
  }
}
