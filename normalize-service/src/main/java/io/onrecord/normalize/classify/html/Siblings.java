package io.onrecord.normalize.classify.html;

import io.onrecord.normalize.parse.Box;

/**
 * How many boxes like each box stand beside it, and how much text they hold on average: cards,
 * posts and rows come in numbers, an article comes alone.
 */
final class Siblings {
  /** For each box the number of its group. */
  final int[] group;

  /** For each box how many of its group stand before it. */
  final int[] index;

  final int groups;
  private final int[] count;
  private final int[] text;

  Siblings(Layout layout) {
    group = new int[layout.boxes.length];
    index = new int[layout.boxes.length];
    Numbers numbers = new Numbers(layout.boxes.length);
    for (int o = 0; o < group.length; o++) {
      Box box = layout.boxes[o];
      if (box != null) {
        long like = box.tag().hashCode() * 31L + box.names().hashCode();
        group[o] = numbers.of(layout.parents[o] * 0x9E3779B97F4A7C15L + like);
      }
    }
    groups = numbers.count();
    count = new int[groups];
    text = new int[groups];
    for (int o = 0; o < group.length; o++) {
      if (layout.boxes[o] != null) {
        index[o] = count[group[o]]++;
        text[group[o]] += layout.textIn[o];
      }
    }
  }

  int count(int order) {
    return count[group[order]];
  }

  float text(int order) {
    return (float) text[group[order]] / count[group[order]];
  }
}
