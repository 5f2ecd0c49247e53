package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.classify.html.Trees;
import io.onrecord.normalize.classify.html.Trees.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gradient boosting of trees that ask one question a level, on features cut into at most 64 bins;
 * logistic loss, soft labels and weights. Deterministic.
 */
final class Boosting {
  private static final int BINS = 64;
  private static final double SAMPLED = 0.2;

  private final int[] features;
  private final int rounds;
  private final int depth;
  private final double rate;
  private final double smoothing = 4;
  private final SplittableRandom random = new SplittableRandom(7);

  /**
   * @param features ordinals of the columns to use
   */
  Boosting(int[] features, int rounds, int depth, double rate) {
    this.features = features;
    this.rounds = rounds;
    this.depth = depth;
    this.rate = rate;
  }

  /** Trains on rows. */
  Trees train(Rows rows) {
    float[][] columns = rows.columns;
    float[] label = rows.label;
    float[] weight = rows.weight;
    int n = label.length;
    float[][] edges = new float[features.length][];
    byte[][] bins = new byte[features.length][];
    for (int f = 0; f < features.length; f++) {
      edges[f] = edges(columns[features[f]]);
      bins[f] = bin(columns[features[f]], edges[f]);
    }
    double positive = 0;
    double total = 0;
    for (int i = 0; i < n; i++) {
      positive += label[i] * weight[i];
      total += weight[i];
    }
    float bias = (float) Math.log(positive / (total - positive));
    double[] sum = new double[n];
    Arrays.fill(sum, bias);
    double mean = total / n;
    List<Tree> trees = new ArrayList<>();
    float[] gradient = new float[n];
    float[] hessian = new float[n];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < n; i++) {
        double p = 1 / (1 + Math.exp(-sum[i]));
        double w = weight[i] / mean;
        gradient[i] = (float) (w * (label[i] - p));
        hessian[i] = (float) (w * p * (1 - p));
      }
      trees.add(grow(bins, edges, gradient, hessian, sum));
    }
    return new Trees(bias, trees);
  }

  private Tree grow(
      byte[][] bins, float[][] edges, float[] gradient, float[] hessian, double[] sum) {
    int n = sum.length;
    int[] sample = sample(gradient);
    int size = sample.length;
    float[] sampledG = new float[size];
    float[] sampledH = new float[size];
    float unit = unit(gradient);
    for (int s = 0; s < size; s++) {
      float chance = Math.min(1, Math.abs(gradient[sample[s]]) / unit);
      sampledG[s] = gradient[sample[s]] / chance;
      sampledH[s] = hessian[sample[s]] / chance;
    }
    int[] sampledLeaf = new int[size];
    boolean[] allowed = new boolean[features.length];
    for (int f = 0; f < features.length; f++) {
      allowed[f] = random.nextInt(10) < 3;
    }
    int[] leaf = new int[n];
    int[] questions = new int[depth];
    float[] thresholds = new float[depth];
    int grown = 0;
    for (int level = 0; level < depth; level++) {
      int best = -1;
      int bestBin = -1;
      double bestGain = 1e-9;
      int leaves = 1 << level;
      for (int f = 0; f < features.length; f++) {
        if (!allowed[f] || edges[f].length == 0) {
          continue;
        }
        double[] g = new double[leaves * BINS];
        double[] h = new double[leaves * BINS];
        byte[] column = bins[f];
        for (int s = 0; s < size; s++) {
          int at = sampledLeaf[s] * BINS + column[sample[s]];
          g[at] += sampledG[s];
          h[at] += sampledH[s];
        }
        double[] gains = gains(g, h, leaves, edges[f].length);
        for (int bin = 0; bin < gains.length; bin++) {
          if (gains[bin] > bestGain) {
            bestGain = gains[bin];
            best = f;
            bestBin = bin;
          }
        }
      }
      if (best < 0) {
        break;
      }
      questions[grown] = features[best];
      thresholds[grown] = edges[best][bestBin];
      byte[] column = bins[best];
      for (int i = 0; i < n; i++) {
        leaf[i] |= column[i] > bestBin ? 1 << level : 0;
      }
      for (int s = 0; s < size; s++) {
        sampledLeaf[s] = leaf[sample[s]];
      }
      grown++;
    }
    float[] values = values(leaf, gradient, hessian, 1 << grown);
    for (int i = 0; i < n; i++) {
      sum[i] += values[leaf[i]];
    }
    return new Tree(Arrays.copyOf(questions, grown), Arrays.copyOf(thresholds, grown), values);
  }

  /** Rows in proportion to how wrong the trees so far are about them. */
  private int[] sample(float[] gradient) {
    float unit = unit(gradient);
    return java.util.stream.IntStream.range(0, gradient.length)
        .filter(i -> random.nextDouble() * unit < Math.abs(gradient[i]))
        .toArray();
  }

  private static float unit(float[] gradient) {
    double sum = 0;
    for (float g : gradient) {
      sum += Math.abs(g);
    }
    return (float) Math.max(1e-12, sum / gradient.length / SAMPLED);
  }

  private double[] gains(double[] g, double[] h, int leaves, int cuts) {
    double[] gains = new double[cuts];
    for (int l = 0; l < leaves; l++) {
      double allG = 0;
      double allH = 0;
      for (int bin = 0; bin < BINS; bin++) {
        allG += g[l * BINS + bin];
        allH += h[l * BINS + bin];
      }
      double whole = allG * allG / (allH + smoothing);
      double leftG = 0;
      double leftH = 0;
      for (int bin = 0; bin < cuts; bin++) {
        leftG += g[l * BINS + bin];
        leftH += h[l * BINS + bin];
        double rightG = allG - leftG;
        double rightH = allH - leftH;
        gains[bin] +=
            leftG * leftG / (leftH + smoothing) + rightG * rightG / (rightH + smoothing) - whole;
      }
    }
    return gains;
  }

  private float[] values(int[] leaf, float[] gradient, float[] hessian, int leaves) {
    double[] g = new double[leaves];
    double[] h = new double[leaves];
    for (int i = 0; i < leaf.length; i++) {
      g[leaf[i]] += gradient[i];
      h[leaf[i]] += hessian[i];
    }
    float[] values = new float[leaves];
    for (int l = 0; l < leaves; l++) {
      values[l] = (float) (Math.round(rate * g[l] / (h[l] + smoothing) * 1000) / 1000.0);
    }
    return values;
  }

  /** At most 63 cuts, at quantiles of the values that occur. */
  private static float[] edges(float[] column) {
    float[] sorted = new float[Math.min(column.length, 200_000)];
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
      cuts = cuts.stream().sorted().distinct().toList();
    }
    float[] edges = new float[cuts.size()];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = Math.round(cuts.get(i) * 10_000) / 10_000f;
    }
    return edges;
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
