package io.onrecord.normalize.classify.html;

import io.onrecord.normalize.parse.Box;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each box has from the boxes around it: scores of names and the tags on the way up. */
final class Inherited {
  private static final List<String> TAGS =
      List.of(
          "article", "main", "nav", "footer", "aside", "header", "form", "ul", "ol", "td", "table",
          "figure", "a", "button");

  final float[] min;
  final float[] max;
  final float[] sum;
  final int articles;
  private final float[] self;
  private final int[] tags;
  private final @Nullable Box[] boxes;

  /** Scores the names of a box. */
  interface Scores {
    float of(String names);
  }

  Inherited(@Nullable Box[] boxes, Scores scores) {
    this.boxes = boxes;
    int n = boxes.length;
    min = new float[n];
    max = new float[n];
    sum = new float[n];
    self = new float[n];
    tags = new int[n];
    int articleCount = 0;
    for (int o = 0; o < n; o++) {
      Box box = boxes[o];
      if (box == null) {
        continue;
      }
      self[o] = scores.of(box.names());
      int tag = TAGS.indexOf(box.tag());
      tags[o] = tag < 0 ? 0 : 1 << tag;
      articleCount += tag == 0 ? 1 : 0;
      min[o] = Math.min(0, self[o]);
      max[o] = Math.max(0, self[o]);
      sum[o] = self[o];
      if (box.parent().isPresent()) {
        int p = box.parent().get().order();
        min[o] = Math.min(min[o], min[p]);
        max[o] = Math.max(max[o], max[p]);
        sum[o] += sum[p];
        tags[o] |= tags[p];
      }
    }
    articles = articleCount;
  }

  boolean within(int order, String tag) {
    return (tags[order] >>> TAGS.indexOf(tag) & 1) == 1;
  }

  /** The score of the nearest box around this one that has a name that is known. */
  float outer(int order) {
    Box box = boxes[order];
    for (int up = 0; box != null && up < 4; up++) {
      box = box.parent().orElse(null);
      if (box != null && self[box.order()] != 0) {
        return self[box.order()];
      }
    }
    return 0;
  }
}
