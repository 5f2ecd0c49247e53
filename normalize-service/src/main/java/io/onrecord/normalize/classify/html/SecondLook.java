package io.onrecord.normalize.classify.html;

import static io.onrecord.normalize.classify.html.Feature.*;

import io.onrecord.document.BlockType;

/** Adds to each block what the first look said about its surroundings. */
final class SecondLook {
  private SecondLook() {}

  static void fill(Layout layout, Siblings siblings, BlockTable table, float[] first) {
    int n = layout.size;
    if (n == 0) {
      return;
    }
    System.arraycopy(first, 0, table.column(FIRST), 0, n);
    BlockFeatures.copy(layout, table, -1, FIRST, FIRST_PREVIOUS);
    BlockFeatures.copy(layout, table, -2, FIRST, FIRST_PREVIOUS2);
    BlockFeatures.copy(layout, table, -3, FIRST, FIRST_PREVIOUS3);
    BlockFeatures.copy(layout, table, 1, FIRST, FIRST_NEXT);
    BlockFeatures.copy(layout, table, 2, FIRST, FIRST_NEXT2);
    BlockFeatures.copy(layout, table, 3, FIRST, FIRST_NEXT3);
    boxes(layout, siblings, table, first);
    order(layout, table, first);
    main(layout, table, first);
    heading(layout, table, first);
  }

  /** The box that holds most of what the first look holds for content. */
  private static void main(Layout layout, BlockTable table, float[] first) {
    float[] likely = new float[layout.size];
    float total = 0;
    for (int b = 0; b < layout.size; b++) {
      likely[b] = weight(layout, b) * Math.max(0, first[b] - 0.3f);
      total += likely[b];
    }
    int main = layout.heaviest(likely);
    int[] sharing = layout.shared(main);
    int[] parts = layout.parts(sharing);
    float[] weight = new float[parts.length];
    float[] sum = new float[parts.length];
    for (int b = 0; b < layout.size; b++) {
      int part = parts[layout.inner[b]];
      weight[part] += weight(layout, b);
      sum[part] += weight(layout, b) * first[b];
    }
    float inside = 0;
    for (int b = 0; b < layout.size; b++) {
      int box = layout.inner[b];
      int shared = sharing[box];
      table.set(b, FIRST_MAIN_INSIDE, shared == main ? 1 : 0);
      table.set(b, FIRST_MAIN_UP, layout.depth(main) - layout.depth(shared));
      table.set(b, FIRST_MAIN_DOWN, layout.depth(box) - layout.depth(shared));
      int part = parts[box];
      table.set(b, FIRST_PART, sum[part] / Math.max(1, weight[part]));
      inside += shared == main ? likely[b] : 0;
    }
    table.fill(FIRST_MAIN_SHARE, total == 0 ? 0 : inside / total);
  }

  private static void heading(Layout layout, BlockTable table, float[] first) {
    float heading = -1;
    for (int b = 0; b < layout.size; b++) {
      table.set(b, FIRST_HEADING, heading);
      heading = layout.blocks.get(b).type() == BlockType.HEADING ? first[b] : heading;
    }
  }

  /** Means over boxes and kinds, by length. */
  private static void boxes(Layout layout, Siblings siblings, BlockTable table, float[] first) {
    float[] weight = new float[layout.boxes.length];
    float[] sum = new float[layout.boxes.length];
    float[] kindWeight = new float[layout.kinds];
    float[] kindSum = new float[layout.kinds];
    float[] pathWeight = new float[layout.paths];
    float[] pathSum = new float[layout.paths];
    for (int b = 0; b < layout.size; b++) {
      float w = weight(layout, b);
      weight[layout.home[b]] += w;
      sum[layout.home[b]] += w * first[b];
      kindWeight[layout.kind[b]] += w;
      kindSum[layout.kind[b]] += w * first[b];
      pathWeight[layout.path[b]] += w;
      pathSum[layout.path[b]] += w * first[b];
    }
    for (int o = layout.boxes.length - 1; o > 0; o--) {
      int p = layout.parents[o];
      if (p >= 0) {
        weight[p] += weight[o];
        sum[p] += sum[o];
      }
    }
    float[] alikeWeight = new float[siblings.groups];
    float[] alikeSum = new float[siblings.groups];
    for (int o = 0; o < weight.length; o++) {
      alikeWeight[siblings.group[o]] += weight[o];
      alikeSum[siblings.group[o]] += sum[o];
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
      int path = layout.path[b];
      table.set(b, FIRST_PATH, pathSum[path] / Math.max(1, pathWeight[path]));
      int up = layout.parents[layout.home[b]];
      int alike = siblings.group[up < 0 ? layout.home[b] : up];
      table.set(b, FIRST_ALIKE, alikeSum[alike] / Math.max(1, alikeWeight[alike]));
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
