package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.classify.html.BlockTable;
import io.onrecord.normalize.classify.html.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Blocks of many pages as one table for training, each feature cut into at most 64 bins: only those
 * blocks that the gold says something on, and of the many that hardly weigh anything only some.
 */
final class Binned {
  static final int BINS = 64;
  private static final int SEEN_FOR_CUTS = 50_000;

  /** Blocks that weigh less than this are taken by lot, and count for those left out. */
  private static final double LIGHT = 0.04;

  private static final double LEAST_CHANCE = 0.1;

  final int size;
  final float[] label;
  final float[] weight;

  /** For each row the number of its page. */
  final int[] page;

  final float[][] edges = new float[Feature.values().length][];
  final byte[][] bins = new byte[Feature.values().length][];
  private final List<BlockTable> tables;

  /** For each row the number of its block on its page. */
  private final int[] block;

  Binned(List<Labelled> pages, List<BlockTable> tables) {
    this.tables = tables;
    int blocks = pages.stream().mapToInt(p -> p.labels().length).sum();
    float[] labels = new float[blocks];
    float[] weights = new float[blocks];
    int[] onPage = new int[blocks];
    int[] at = new int[blocks];
    SplittableRandom random = new SplittableRandom(11);
    int row = 0;
    for (int p = 0; p < pages.size(); p++) {
      for (int b = 0; b < pages.get(p).labels().length; b++) {
        double weigh = pages.get(p).weights()[b];
        double chance = Math.clamp(weigh / LIGHT, LEAST_CHANCE, 1);
        if (pages.get(p).labels()[b] >= 0 && random.nextDouble() < chance) {
          labels[row] = (float) pages.get(p).labels()[b];
          weights[row] = (float) (weigh / chance);
          onPage[row] = p;
          at[row++] = b;
        }
      }
    }
    size = row;
    label = Arrays.copyOf(labels, row);
    weight = Arrays.copyOf(weights, row);
    page = Arrays.copyOf(onPage, row);
    block = Arrays.copyOf(at, row);
  }

  /** Reads some features; to be called again when their values have changed. */
  void read(int from, int to) {
    float[] column = new float[size];
    for (int f = from; f < to; f++) {
      Feature feature = Feature.values()[f];
      for (int row = 0; row < size; row++) {
        column[row] = tables.get(page[row]).column(feature)[block[row]];
      }
      edges[f] = edges(column);
      bins[f] = bin(column, edges[f]);
    }
  }

  /** At most 63 cuts, at quantiles of the values that occur. */
  private static float[] edges(float[] column) {
    float[] sorted = new float[Math.min(column.length, SEEN_FOR_CUTS)];
    double step = (double) column.length / sorted.length;
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = column[(int) (i * step)];
    }
    Arrays.sort(sorted);
    List<Float> distinct = new ArrayList<>();
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        distinct.add(sorted[i]);
      }
    }
    List<Float> cuts = new ArrayList<>();
    if (distinct.size() <= BINS) {
      for (int i = 0; i + 1 < distinct.size(); i++) {
        cuts.add((distinct.get(i) + distinct.get(i + 1)) / 2);
      }
    } else {
      for (int q = 1; q < BINS; q++) {
        // Half of the cuts follow how often values occur, half how many there are.
        int at = (int) ((long) sorted.length * q / BINS);
        float cut =
            q % 2 == 0 ? sorted[at] : distinct.get((int) ((long) distinct.size() * q / BINS));
        cuts.add(cut);
      }
    }
    float[] edges = new float[cuts.size()];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = Math.round(cuts.get(i) * 10_000) / 10_000f;
    }
    Arrays.sort(edges);
    int distinctEdges = 0;
    for (int i = 0; i < edges.length; i++) {
      if (i == 0 || edges[i] != edges[i - 1]) {
        edges[distinctEdges++] = edges[i];
      }
    }
    return Arrays.copyOf(edges, distinctEdges);
  }

  private static byte[] bin(float[] column, float[] edges) {
    byte[] bins = new byte[column.length];
    for (int i = 0; i < column.length; i++) {
      int low = 0;
      int high = edges.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (column[i] > edges[middle]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      bins[i] = (byte) low;
    }
    return bins;
  }
}
