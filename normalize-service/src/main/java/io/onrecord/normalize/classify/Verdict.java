package io.onrecord.normalize.classify;

import io.onrecord.document.Category;

/** What is decided about a block. */
public sealed interface Verdict {
  /** 0 to 1. */
  double confidence();

  /** A reader came for it. */
  record Keep(double confidence) implements Verdict {}

  /**
   * A reader did not come for it.
   *
   * @param rule the rule that decided, for a person to look up
   */
  record Remove(Category category, String rule, double confidence) implements Verdict {}
}
