package io.onrecord.normalize.service.replay;

import java.util.HashMap;
import java.util.Map;

/**
 * How alike two texts are, in any language: the Dice coefficient of their pairs of neighbouring
 * characters, each counted as often as it occurs. 1 for equal texts, 0 for texts without a common
 * pair; linear in their length.
 */
final class TextSimilarity {
  private TextSimilarity() {}

  static double of(String left, String right) {
    if (left.equals(right)) {
      return 1;
    }
    if (left.length() < 2 || right.length() < 2) {
      return 0;
    }
    Map<Integer, int[]> pairs = new HashMap<>();
    for (int i = 1; i < left.length(); i++) {
      pairs.computeIfAbsent(pair(left, i), p -> new int[1])[0]++;
    }
    long common = 0;
    for (int i = 1; i < right.length(); i++) {
      int[] count = pairs.get(pair(right, i));
      if (count != null && count[0] > 0) {
        count[0]--;
        common++;
      }
    }
    return 2.0 * common / (left.length() - 1L + right.length() - 1L);
  }

  private static int pair(String text, int end) {
    return text.charAt(end - 1) << 16 | text.charAt(end);
  }
}
