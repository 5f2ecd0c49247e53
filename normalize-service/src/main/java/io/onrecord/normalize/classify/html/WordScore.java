package io.onrecord.normalize.classify.html;

import java.util.function.LongConsumer;

/** What the words of a short block say; long blocks have too many to say anything. */
final class WordScore implements LongConsumer {
  private static final int SHORT = 300;

  private final Lexicon words;
  private float sum;
  private float min;
  private float max;
  private float first;
  private int count;

  WordScore(Lexicon words) {
    this.words = words;
  }

  void read(String text, int length) {
    sum = 0;
    min = 0;
    max = 0;
    first = 0;
    count = 0;
    if (length <= SHORT) {
      Words.words(text, this);
    }
  }

  @Override
  public void accept(long word) {
    float weight = words.weight(word);
    first = count == 0 ? weight : first;
    min = Math.min(min, weight);
    max = Math.max(max, weight);
    sum += weight;
    count++;
  }

  float mean() {
    return count == 0 ? 0 : sum / count;
  }

  float min() {
    return min;
  }

  float max() {
    return max;
  }

  float first() {
    return first;
  }
}
