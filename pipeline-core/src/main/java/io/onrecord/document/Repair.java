package io.onrecord.document;

import java.util.List;

/**
 * One kind of damage that was found in the text, and what was done about it.
 *
 * @param kind the name of the damage: {@code inserted-gloss}, {@code mojibake}, …
 * @param count how many places
 * @param examples up to five pairs of before and after; for damage that is only marked both are the
 *     same
 */
public record Repair(String kind, int count, List<List<String>> examples) {

  /** The most examples that a repair carries. */
  public static final int MAX_EXAMPLES = 5;

  public Repair {
    examples = examples.stream().limit(MAX_EXAMPLES).map(List::copyOf).toList();
  }
}
