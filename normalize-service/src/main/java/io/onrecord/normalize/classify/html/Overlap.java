package io.onrecord.normalize.classify.html;

import java.util.function.LongConsumer;

/**
 * How much of a block occurs in the page's title, in its description and in the article body that
 * it declares, by pairs of neighbouring words: one look-up a word for all three. Two pairs may fall
 * together now and then.
 */
final class Overlap implements LongConsumer {
  private static final int ROOM = 4;

  private final byte[] known;
  private final boolean[] any;
  private final int[] hits;
  private int pairs;
  private long previous;

  Overlap(String... texts) {
    long length = 0;
    for (String text : texts) {
      length += text.length();
    }
    known = new byte[Integer.highestOneBit(Math.clamp(length * ROOM, 256, 1 << 20)) * 2];
    any = new boolean[texts.length];
    hits = new int[texts.length];
    for (int i = 0; i < texts.length; i++) {
      int set = i;
      start();
      Words.words(
          texts[i],
          word -> {
            if (previous != 0) {
              known[at(word)] |= (byte) (1 << set);
              any[set] = true;
            }
            previous = word;
          });
    }
  }

  /** Before the words of a block. */
  void start() {
    java.util.Arrays.fill(hits, 0);
    pairs = 0;
    previous = 0;
  }

  @Override
  public void accept(long word) {
    if (previous != 0) {
      pairs++;
      int sets = known[at(word)];
      for (int i = 0; sets != 0; i++, sets >>= 1) {
        hits[i] += sets & 1;
      }
    }
    previous = word;
  }

  private int at(long word) {
    long pair = (previous * 31 + word) * 0x9E3779B97F4A7C15L;
    return (int) (pair >>> 40) & known.length - 1;
  }

  /** The share of the block's pairs that are in a text; -1 when either has none. */
  float share(int text) {
    return pairs == 0 || !any[text] ? -1 : (float) hits[text] / pairs;
  }
}
