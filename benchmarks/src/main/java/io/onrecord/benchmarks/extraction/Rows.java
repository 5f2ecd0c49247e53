package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.classify.html.BlockTable;
import io.onrecord.normalize.classify.html.Feature;
import java.util.List;

/** Blocks of many pages as one table for training: only those that the gold says something on. */
final class Rows {
  final float[][] columns;
  final float[] label;
  final float[] weight;

  Rows(List<Labelled> pages, List<BlockTable> tables) {
    int n = 0;
    for (Labelled page : pages) {
      n += (int) java.util.Arrays.stream(page.labels()).filter(l -> l >= 0).count();
    }
    columns = new float[Feature.values().length][n];
    label = new float[n];
    weight = new float[n];
    int row = 0;
    for (int p = 0; p < pages.size(); p++) {
      Labelled page = pages.get(p);
      for (int b = 0; b < page.labels().length; b++) {
        if (page.labels()[b] >= 0) {
          label[row] = (float) page.labels()[b];
          weight[row] = (float) page.weights()[b];
          for (Feature feature : Feature.values()) {
            columns[feature.ordinal()][row] = tables.get(p).column(feature)[b];
          }
          row++;
        }
      }
    }
  }
}
