package io.onrecord.normalize.classify.html;

/**
 * Which runs of letters a text has: tells how much of a block occurs in the page's own description
 * or in the article body that it declares. A Bloom filter with one hash: now and then a run is
 * found that is not there, which moves a share by a hundredth.
 */
final class GramSet {
  private final long[] bits;
  private final int mask;
  private int size;

  GramSet(String text) {
    int wanted = Integer.highestOneBit(Math.clamp(text.length() * 16L, 1024, 1 << 22)) * 2;
    bits = new long[wanted >>> 6];
    mask = wanted - 1;
    Words.grams(
        text,
        h -> {
          int at = (int) (h >>> 40) & mask;
          bits[at >>> 6] |= 1L << at;
          size++;
        });
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Whether the text has the run, now and then also when it has not. */
  boolean contains(long gram) {
    int at = (int) (gram >>> 40) & mask;
    return (bits[at >>> 6] >>> at & 1) == 1;
  }
}
