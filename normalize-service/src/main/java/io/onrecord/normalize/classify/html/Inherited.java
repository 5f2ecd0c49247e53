package io.onrecord.normalize.classify.html;

import io.onrecord.normalize.parse.Box;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each box has from the boxes around it: scores of names and the tags on the way up. */
final class Inherited {
  private static final Map<String, Integer> TAGS = new HashMap<>();

  static {
    for (String tag :
        new String[] {
          "article", "main", "nav", "footer", "aside", "header", "form", "ul", "ol", "td", "table",
          "figure", "a", "button"
        }) {
      TAGS.put(tag, 1 << TAGS.size());
    }
  }

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
      tags[o] = TAGS.getOrDefault(box.tag(), 0);
      articleCount += tags[o] == TAGS.get("article") ? 1 : 0;
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

  /** A set of tags to ask for with {@link #within}. */
  static int tags(String... names) {
    int set = 0;
    for (String name : names) {
      set |= TAGS.get(name);
    }
    return set;
  }

  /** Whether the box is, or is inside, one of the tags. */
  boolean within(int order, int set) {
    return (tags[order] & set) != 0;
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
