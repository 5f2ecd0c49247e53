package io.onrecord.normalize.classify.html;

import java.util.function.LongConsumer;

/** What the names of a box say: the strongest word for content and the strongest against. */
final class NameScore implements LongConsumer {
  private final Lexicon names;
  private float least;
  private float most;

  NameScore(Lexicon names) {
    this.names = names;
  }

  @Override
  public void accept(long name) {
    float weight = names.weight(name);
    least = Math.min(least, weight);
    most = Math.max(most, weight);
  }

  float value() {
    return least + most;
  }
}
