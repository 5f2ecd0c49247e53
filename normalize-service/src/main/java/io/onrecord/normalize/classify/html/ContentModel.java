package io.onrecord.normalize.classify.html;

import io.onrecord.normalize.parse.Parsed;

/**
 * How likely each block of a page is content: a first look at every block by itself, and a second
 * one that knows what the first said about its surroundings. Thread-safe.
 */
public final class ContentModel {
  private final BlockFeatures features;
  private final Trees first;
  private final Trees second;

  /** A model of two looks over the same features. */
  public ContentModel(BlockFeatures features, Trees first, Trees second) {
    this.features = features;
    this.first = first;
    this.second = second;
  }

  /** For each block the probability that it is content. */
  public float[] probabilities(Parsed page) {
    BlockFeatures.Measured measured = features.measure(page);
    BlockTable table = measured.table();
    measured.secondLook(first.predict(table));
    return second.predict(table);
  }
}
