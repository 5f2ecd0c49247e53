package io.onrecord.normalize.service.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two texts as rows of paragraphs: only where they differ, bounded in number and length. */
public final class SideBySide {
  private static final int MOST_PARAGRAPHS = 400;
  private static final int MOST_ROWS = 40;
  private static final int LONGEST = 400;

  private SideBySide() {}

  /**
   * A place where the texts differ.
   *
   * @param live the paragraph of the live document; empty where the replay has one more
   * @param replayed the paragraph of the replayed one; empty where it has one less
   */
  public record Row(String live, String replayed) {}

  static List<Row> of(String live, String replayed) {
    List<String> left = paragraphs(live);
    List<String> right = paragraphs(replayed);
    int[][] common = common(left, right);
    List<Row> rows = new ArrayList<>();
    List<String> onlyLeft = new ArrayList<>();
    List<String> onlyRight = new ArrayList<>();
    int l = 0;
    int r = 0;
    while (l < left.size() || r < right.size()) {
      if (l < left.size() && r < right.size() && left.get(l).equals(right.get(r))) {
        pair(onlyLeft, onlyRight, rows);
        l++;
        r++;
      } else if (r == right.size() || l < left.size() && common[l + 1][r] >= common[l][r + 1]) {
        onlyLeft.add(left.get(l++));
      } else {
        onlyRight.add(right.get(r++));
      }
    }
    pair(onlyLeft, onlyRight, rows);
    return List.copyOf(rows.subList(0, Math.min(rows.size(), MOST_ROWS)));
  }

  private static void pair(List<String> left, List<String> right, List<Row> into) {
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      into.add(
          new Row(
              i < left.size() ? cut(left.get(i)) : "", i < right.size() ? cut(right.get(i)) : ""));
    }
    left.clear();
    right.clear();
  }

  /** Length of the longest common subsequence of the rests from each pair of places. */
  private static int[][] common(List<String> left, List<String> right) {
    int[][] common = new int[left.size() + 1][right.size() + 1];
    for (int l = left.size() - 1; l >= 0; l--) {
      for (int r = right.size() - 1; r >= 0; r--) {
        common[l][r] =
            left.get(l).equals(right.get(r))
                ? common[l + 1][r + 1] + 1
                : Math.max(common[l + 1][r], common[l][r + 1]);
      }
    }
    return common;
  }

  private static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("\n\n", -1)).limit(MOST_PARAGRAPHS).toList();
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
