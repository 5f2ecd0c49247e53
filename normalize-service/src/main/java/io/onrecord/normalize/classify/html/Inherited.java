package io.onrecord.normalize.classify.html;

import io.onrecord.normalize.parse.Box;

/** What each box has from the boxes around it: scores of names and the tags on the way up. */
final class Inherited {
  private static final String[] ASKED = {
    "article", "main", "nav", "footer", "aside", "header", "form", "ul", "ol", "td", "table",
    "figure", "a", "button"
  };

  /** For each number of a tag the set of it alone. */
  private static final int[] SETS = new int[PlaceFeatures.TAGS.size()];

  static {
    for (int i = 0; i < ASKED.length; i++) {
      SETS[PlaceFeatures.tag(ASKED[i])] = 1 << i;
    }
  }

  private static final int ARTICLE = tags("article");

  final float[] min;
  final float[] max;
  final float[] sum;

  /** For each box what its own names say. */
  final float[] self;

  /** For each box the number of its tag. */
  final int[] tag;

  final int articles;
  private final int[] tags;
  private final int[] parents;

  /** Scores the names of a box. */
  interface Scores {
    float of(String names);
  }

  Inherited(Layout layout, Scores scores) {
    parents = layout.parents;
    int n = parents.length;
    min = new float[n];
    max = new float[n];
    sum = new float[n];
    self = new float[n];
    tag = new int[n];
    tags = new int[n];
    int articleCount = 0;
    for (int o = 0; o < n; o++) {
      Box box = layout.boxes[o];
      if (box == null) {
        continue;
      }
      self[o] = scores.of(box.names());
      int number = PlaceFeatures.tag(box.tag());
      tag[o] = number;
      tags[o] = number < 0 ? 0 : SETS[number];
      articleCount += (tags[o] & ARTICLE) != 0 ? 1 : 0;
      min[o] = Math.min(0, self[o]);
      max[o] = Math.max(0, self[o]);
      sum[o] = self[o];
      int p = parents[o];
      if (p >= 0) {
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
      set |= SETS[PlaceFeatures.tag(name)];
    }
    return set;
  }

  /** Whether the box is, or is inside, one of the tags. */
  boolean within(int order, int set) {
    return (tags[order] & set) != 0;
  }

  /** The score of the nearest box around this one that has a name that is known. */
  float outer(int order) {
    int box = order;
    for (int up = 0; box >= 0 && up < 4; up++) {
      box = parents[box];
      if (box >= 0 && self[box] != 0) {
        return self[box];
      }
    }
    return 0;
  }
}
