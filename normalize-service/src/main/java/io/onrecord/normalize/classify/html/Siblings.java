package io.onrecord.normalize.classify.html;

import io.onrecord.normalize.parse.Box;
import java.util.HashMap;
import java.util.Map;

/**
 * How many boxes like each box stand beside it, and how much text they hold on average: cards,
 * posts and rows come in numbers, an article comes alone.
 */
final class Siblings {
  private final int[] group;
  private int[] count = new int[16];
  private int[] text = new int[16];

  Siblings(Layout layout) {
    group = new int[layout.boxes.length];
    Map<Long, Integer> groups = new HashMap<>();
    for (Box box : layout.boxes) {
      if (box == null) {
        continue;
      }
      int parent = box.parent().map(Box::order).orElse(-1);
      long like = box.tag().hashCode() * 31L + box.names().hashCode();
      int g = groups.computeIfAbsent(parent * 0x9E3779B97F4A7C15L + like, k -> groups.size());
      if (g == count.length) {
        count = java.util.Arrays.copyOf(count, g * 2);
        text = java.util.Arrays.copyOf(text, g * 2);
      }
      group[box.order()] = g;
      count[g]++;
      text[g] += layout.textIn[box.order()];
    }
  }

  int count(int order) {
    return count[group[order]];
  }

  float text(int order) {
    return (float) text[group[order]] / count[group[order]];
  }
}
