package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.classify.html.Trees;
import io.onrecord.normalize.classify.html.Trees.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Gradient boosting of trees that ask one question a level; logistic loss, soft labels and weights.
 * Each tree looks at a sample of the rows, taken by how wrong the trees so far are about them, and
 * at a sample of the features. Deterministic.
 */
final class Boosting {
  private static final int BINS = Binned.BINS;

  private final Settings settings;
  private final SplittableRandom random;

  /**
   * How to train.
   *
   * @param features how many of the first features to use
   * @param rounds how many trees
   * @param depth questions a tree
   * @param rate how much of its answer each tree adds
   * @param smoothing how many mean rows of doubt each leaf starts with
   * @param sampled share of rows that a tree sees
   * @param asked share of features that a tree may use
   */
  record Settings(
      int features,
      int rounds,
      int depth,
      double rate,
      double smoothing,
      double sampled,
      double asked,
      int seed) {}

  Boosting(Settings settings) {
    this.settings = settings;
    this.random = new SplittableRandom(settings.seed());
  }

  /** Trains on the rows of some pages. */
  Trees train(Binned all, IntPredicate page) {
    int[] rows = IntStream.range(0, all.size).filter(i -> page.test(all.page[i])).toArray();
    int n = rows.length;
    double positive = 0;
    double total = 0;
    for (int row : rows) {
      positive += all.label[row] * all.weight[row];
      total += all.weight[row];
    }
    float bias = (float) Math.log(positive / (total - positive));
    float[] sum = new float[n];
    Arrays.fill(sum, bias);
    double mean = total / n;
    List<Tree> trees = new ArrayList<>();
    float[] gradient = new float[n];
    float[] hessian = new float[n];
    for (int round = 0; round < settings.rounds(); round++) {
      for (int i = 0; i < n; i++) {
        double p = 1 / (1 + Math.exp(-sum[i]));
        double w = all.weight[rows[i]] / mean;
        gradient[i] = (float) (w * (all.label[rows[i]] - p));
        hessian[i] = (float) (w * p * (1 - p));
      }
      trees.add(grow(all, rows, gradient, hessian, sum));
    }
    return new Trees(bias, trees);
  }

  private Tree grow(Binned all, int[] rows, float[] gradient, float[] hessian, float[] sum) {
    Sample sample = sample(gradient, hessian);
    int size = sample.at.length;
    int[] asked =
        IntStream.range(0, settings.features())
            .filter(f -> random.nextDouble() < settings.asked() && all.edges[f].length > 0)
            .toArray();
    byte[][] columns = new byte[asked.length][size];
    for (int a = 0; a < asked.length; a++) {
      byte[] bins = all.bins[asked[a]];
      for (int s = 0; s < size; s++) {
        columns[a][s] = bins[rows[sample.at[s]]];
      }
    }
    int[] leaf = new int[size];
    int[] questions = new int[settings.depth()];
    int[] cuts = new int[settings.depth()];
    int grown = 0;
    for (; grown < settings.depth(); grown++) {
      int best = -1;
      int bestBin = -1;
      double bestGain = 1e-9;
      for (int a = 0; a < asked.length; a++) {
        double[] gains = gains(sample, leaf, columns[a], 1 << grown, all.edges[asked[a]].length);
        for (int bin = 0; bin < gains.length; bin++) {
          if (gains[bin] > bestGain) {
            bestGain = gains[bin];
            best = a;
            bestBin = bin;
          }
        }
      }
      if (best < 0) {
        break;
      }
      questions[grown] = asked[best];
      cuts[grown] = bestBin;
      for (int s = 0; s < size; s++) {
        leaf[s] |= columns[best][s] > bestBin ? 1 << grown : 0;
      }
    }
    return tree(all, rows, gradient, hessian, sum, questions, cuts, grown);
  }

  /**
   * Answers are learned from all rows, not only from those that the questions were learned from.
   */
  private Tree tree(
      Binned all,
      int[] rows,
      float[] gradient,
      float[] hessian,
      float[] sum,
      int[] questions,
      int[] cuts,
      int depth) {
    int n = rows.length;
    int[] leaf = new int[n];
    float[] thresholds = new float[depth];
    for (int level = 0; level < depth; level++) {
      byte[] bins = all.bins[questions[level]];
      thresholds[level] = all.edges[questions[level]][cuts[level]];
      for (int i = 0; i < n; i++) {
        leaf[i] |= bins[rows[i]] > cuts[level] ? 1 << level : 0;
      }
    }
    double[] g = new double[1 << depth];
    double[] h = new double[1 << depth];
    for (int i = 0; i < n; i++) {
      g[leaf[i]] += gradient[i];
      h[leaf[i]] += hessian[i];
    }
    float[] values = new float[1 << depth];
    for (int l = 0; l < values.length; l++) {
      double value = settings.rate() * g[l] / (h[l] + settings.smoothing());
      values[l] = (float) (Math.round(value * 1000) / 1000.0);
    }
    for (int i = 0; i < n; i++) {
      sum[i] += values[leaf[i]];
    }
    return new Tree(Arrays.copyOf(questions, depth), thresholds, values);
  }

  /** Some rows, with gradients that make up for those left out. */
  private record Sample(int[] at, float[] gradient, float[] hessian) {}

  private Sample sample(float[] gradient, float[] hessian) {
    double sum = 0;
    for (float g : gradient) {
      sum += Math.abs(g);
    }
    double unit = Math.max(1e-12, sum / gradient.length / settings.sampled());
    int[] at =
        IntStream.range(0, gradient.length)
            .filter(i -> random.nextDouble() * unit < Math.abs(gradient[i]))
            .toArray();
    float[] g = new float[at.length];
    float[] h = new float[at.length];
    for (int s = 0; s < at.length; s++) {
      float chance = (float) Math.min(1, Math.abs(gradient[at[s]]) / unit);
      g[s] = gradient[at[s]] / chance;
      h[s] = hessian[at[s]] / chance;
    }
    return new Sample(at, g, h);
  }

  /** What each cut of one feature would gain, summed over the leaves so far. */
  private double[] gains(Sample sample, int[] leaf, byte[] column, int leaves, int cuts) {
    double[] sums = new double[leaves * BINS * 2];
    for (int s = 0; s < column.length; s++) {
      int at = (leaf[s] * BINS + column[s]) * 2;
      sums[at] += sample.gradient[s];
      sums[at + 1] += sample.hessian[s];
    }
    double doubt = settings.smoothing();
    double[] gains = new double[cuts];
    for (int l = 0; l < leaves; l++) {
      int start = l * BINS * 2;
      double allG = 0;
      double allH = 0;
      for (int bin = 0; bin <= cuts; bin++) {
        allG += sums[start + bin * 2];
        allH += sums[start + bin * 2 + 1];
      }
      double whole = allG * allG / (allH + doubt);
      double leftG = 0;
      double leftH = 0;
      for (int bin = 0; bin < cuts; bin++) {
        leftG += sums[start + bin * 2];
        leftH += sums[start + bin * 2 + 1];
        double rightG = allG - leftG;
        double rightH = allH - leftH;
        gains[bin] += leftG * leftG / (leftH + doubt) + rightG * rightG / (rightH + doubt) - whole;
      }
    }
    return gains;
  }
}
