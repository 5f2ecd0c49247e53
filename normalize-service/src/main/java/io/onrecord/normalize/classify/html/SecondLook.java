package io.onrecord.normalize.classify.html;

import static io.onrecord.normalize.classify.html.Feature.*;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Box;

/** Adds to each block what the first look said about its surroundings. */
final class SecondLook {
  private SecondLook() {}

  static void fill(Layout layout, BlockTable table, float[] first) {
    int n = layout.size;
    System.arraycopy(first, 0, table.column(FIRST), 0, n);
    BlockFeatures.copy(layout, table, -1, FIRST, FIRST_PREVIOUS);
    BlockFeatures.copy(layout, table, -2, FIRST, FIRST_PREVIOUS2);
    BlockFeatures.copy(layout, table, -3, FIRST, FIRST_PREVIOUS3);
    BlockFeatures.copy(layout, table, 1, FIRST, FIRST_NEXT);
    BlockFeatures.copy(layout, table, 2, FIRST, FIRST_NEXT2);
    BlockFeatures.copy(layout, table, 3, FIRST, FIRST_NEXT3);
    boxes(layout, table, first);
    order(layout, table, first);
    main(layout, table, first);
    heading(layout, table, first);
  }

  /** The box that holds most of what the first look holds for content. */
  private static void main(Layout layout, BlockTable table, float[] first) {
    if (layout.size == 0) {
      return;
    }
    float[] likely = new float[layout.size];
    float total = 0;
    for (int b = 0; b < layout.size; b++) {
      likely[b] = weight(layout, b) * Math.max(0, first[b] - 0.3f);
      total += likely[b];
    }
    int main = layout.heaviest(likely);
    int[] sharing = layout.shared(main);
    float inside = 0;
    for (int b = 0; b < layout.size; b++) {
      int box = Layout.box(layout.blocks.get(b)).order();
      int shared = sharing[box];
      table.set(b, FIRST_MAIN_INSIDE, shared == main ? 1 : 0);
      table.set(b, FIRST_MAIN_UP, depth(layout, main) - depth(layout, shared));
      table.set(b, FIRST_MAIN_DOWN, depth(layout, box) - depth(layout, shared));
      inside += shared == main ? likely[b] : 0;
    }
    table.fill(FIRST_MAIN_SHARE, total == 0 ? 0 : inside / total);
  }

  private static int depth(Layout layout, int order) {
    Box box = layout.boxes[order];
    return box == null ? 0 : box.depth();
  }

  private static void heading(Layout layout, BlockTable table, float[] first) {
    float heading = -1;
    for (int b = 0; b < layout.size; b++) {
      table.set(b, FIRST_HEADING, heading);
      heading = layout.blocks.get(b).type() == BlockType.HEADING ? first[b] : heading;
    }
  }

  /** Means over boxes and kinds, by length. */
  private static void boxes(Layout layout, BlockTable table, float[] first) {
    float[] weight = new float[layout.boxes.length];
    float[] sum = new float[layout.boxes.length];
    float[] kindWeight = new float[layout.kinds];
    float[] kindSum = new float[layout.kinds];
    for (int b = 0; b < layout.size; b++) {
      float w = weight(layout, b);
      weight[layout.home[b]] += w;
      sum[layout.home[b]] += w * first[b];
      kindWeight[layout.kind[b]] += w;
      kindSum[layout.kind[b]] += w * first[b];
    }
    for (int o = layout.boxes.length - 1; o > 0; o--) {
      int p = layout.parents[o];
      if (p >= 0) {
        weight[p] += weight[o];
        sum[p] += sum[o];
      }
    }
    Feature[] levels = {FIRST_BOX1, FIRST_BOX2, FIRST_BOX3};
    for (int b = 0; b < layout.size; b++) {
      int box = layout.home[b];
      for (int k = 0; k < 3; k++) {
        int wider = layout.blocksIn[box] > 1 && k == 0 ? box : layout.wider(box);
        box = wider < 0 ? box : wider;
        table.set(b, levels[k], sum[box] / Math.max(1, weight[box]));
      }
      int kind = layout.kind[b];
      table.set(b, FIRST_KIND, kindSum[kind] / Math.max(1, kindWeight[kind]));
    }
  }

  private static void order(Layout layout, BlockTable table, float[] first) {
    int n = layout.size;
    double total = 0;
    double all = 0;
    float best = 0;
    double[] before = new double[n + 1];
    for (int b = 0; b < n; b++) {
      float w = weight(layout, b);
      total += w * first[b];
      all += w;
      before[b + 1] = total;
      best = Math.max(best, first[b]);
    }
    table.fill(FIRST_PAGE, (float) (total / Math.max(1, all)));
    table.fill(FIRST_BEST, best);
    float max = 0;
    float decayed = 0;
    for (int b = 0; b < n; b++) {
      table.set(b, FIRST_BEFORE, (float) (before[b] / Math.max(1, total)));
      table.set(b, FIRST_AFTER, (float) (total - before[b + 1]));
      table.set(b, FIRST_MAX_BEFORE, max);
      max = Math.max(max * 0.8f, first[b]);
      int from = Math.max(0, b - 4);
      int to = Math.min(n, b + 5);
      float sum = 0;
      float weights = 0;
      for (int k = from; k < to; k++) {
        float w = weight(layout, k);
        sum += w * first[k];
        weights += w;
      }
      table.set(b, FIRST_WINDOW, sum / Math.max(1, weights));
    }
    for (int b = n - 1; b >= 0; b--) {
      table.set(b, FIRST_MAX_AFTER, decayed);
      decayed = Math.max(decayed * 0.8f, first[b]);
    }
  }

  private static float weight(Layout layout, int b) {
    return layout.shapes[b].length + 10;
  }
}
