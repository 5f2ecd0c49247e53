package io.onrecord.normalize.classify.html;

import java.util.List;

/**
 * Boosted trees, each of which asks the same question on a whole level: a leaf is a row of answers
 * read as a number. Such trees are as good as others here and are evaluated column by column.
 */
public final class Trees {
  private final List<Tree> trees;
  private final float bias;

  /**
   * @param bias the log-odds before any tree
   */
  public Trees(float bias, List<Tree> trees) {
    this.bias = bias;
    this.trees = List.copyOf(trees);
  }

  /** The log-odds before any tree. */
  public float bias() {
    return bias;
  }

  /** All trees. */
  public List<Tree> trees() {
    return trees;
  }

  /**
   * One tree.
   *
   * @param features ordinals of {@link Feature}, one a level
   * @param thresholds above goes right
   * @param leaves log-odds to add; the first level is the lowest bit
   */
  public record Tree(int[] features, float[] thresholds, float[] leaves) {}

  /** The probability of every row. */
  public float[] predict(BlockTable table) {
    int n = table.rows();
    float[] sum = new float[n];
    int[] leaf = new int[n];
    java.util.Arrays.fill(sum, bias);
    for (Tree tree : trees) {
      java.util.Arrays.fill(leaf, 0);
      for (int level = 0; level < tree.features.length; level++) {
        above(table.columns()[tree.features[level]], tree.thresholds[level], 1 << level, leaf);
      }
      float[] leaves = tree.leaves;
      for (int i = 0; i < n; i++) {
        sum[i] += leaves[leaf[i]];
      }
    }
    for (int i = 0; i < n; i++) {
      sum[i] = (float) (1 / (1 + Math.exp(-sum[i])));
    }
    return sum;
  }

  private static void above(float[] column, float threshold, int bit, int[] leaf) {
    for (int i = 0; i < leaf.length; i++) {
      leaf[i] |= column[i] > threshold ? bit : 0;
    }
  }
}
