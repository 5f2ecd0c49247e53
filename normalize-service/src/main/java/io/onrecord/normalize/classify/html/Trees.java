package io.onrecord.normalize.classify.html;

import java.util.List;

/**
 * Boosted trees, each of which asks the same question on a whole level: a leaf is a row of answers
 * read as a number. Such trees are as good as others here and are evaluated column by column.
 */
public final class Trees {
  private final List<Tree> trees;
  private final float bias;
  private final int[][] questions;
  private final int[][] thresholds;
  private final float[][] leaves;

  /**
   * @param bias the log-odds before any tree
   */
  public Trees(float bias, List<Tree> trees) {
    this.bias = bias;
    this.trees = List.copyOf(trees);
    int n = trees.size();
    questions = new int[n][];
    thresholds = new int[n][];
    leaves = new float[n][];
    for (int t = 0; t < n; t++) {
      Tree tree = trees.get(t);
      questions[t] = tree.features;
      leaves[t] = tree.leaves;
      thresholds[t] = new int[tree.thresholds.length];
      for (int level = 0; level < thresholds[t].length; level++) {
        thresholds[t][level] = BlockTable.ordered(tree.thresholds[level]);
      }
    }
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
    float[] probabilities = new float[table.rows()];
    for (int from = 0; from < probabilities.length; from += table.window(from)) {
      float[] sum = sum(table, from);
      for (int i = 0; i < sum.length; i++) {
        probabilities[from + i] = (float) (1 / (1 + Math.exp(-sum[i])));
      }
    }
    return probabilities;
  }

  private float[] sum(BlockTable table, int from) {
    float[] sum = new float[table.window(from)];
    int[] leaf = new int[sum.length];
    java.util.Arrays.fill(sum, bias);
    for (int t = 0; t < questions.length; t++) {
      descend(table, from, t, leaf);
      add(leaves[t], leaf, sum);
    }
    return sum;
  }

  /**
   * Which leaf of the tree each row comes to. Three levels at a time: to go through the rows costs
   * more than to ask them.
   */
  private void descend(BlockTable table, int from, int tree, int[] leaf) {
    int[] asked = questions[tree];
    int[] than = thresholds[tree];
    java.util.Arrays.fill(leaf, 0);
    int level = 0;
    for (; level + 3 <= asked.length; level += 3) {
      int[] first = table.ordered(asked[level], from);
      int[] second = table.ordered(asked[level + 1], from);
      int[] third = table.ordered(asked[level + 2], from);
      above(first, than[level], second, than[level + 1], third, than[level + 2], 1 << level, leaf);
    }
    for (; level < asked.length; level++) {
      above(table.ordered(asked[level], from), than[level], 1 << level, leaf);
    }
  }

  /** The sign of a difference is the answer: no branch, so that many rows are asked at once. */
  private static void above(int[] column, int threshold, int bit, int[] leaf) {
    for (int i = 0; i < leaf.length; i++) {
      leaf[i] |= threshold - column[i] >> 31 & bit;
    }
  }

  /** The same for a level and the next two. */
  private static void above(
      int[] a, int thanA, int[] b, int thanB, int[] c, int thanC, int bit, int[] leaf) {
    int bitB = bit << 1;
    int bitC = bit << 2;
    for (int i = 0; i < leaf.length; i++) {
      leaf[i] |= thanA - a[i] >> 31 & bit | thanB - b[i] >> 31 & bitB | thanC - c[i] >> 31 & bitC;
    }
  }

  /** The mask changes nothing, and saves a check of bounds for every row of every tree. */
  private static void add(float[] leaves, int[] leaf, float[] sum) {
    int mask = leaves.length - 1;
    for (int i = 0; i < leaf.length; i++) {
      sum[i] += leaves[leaf[i] & mask];
    }
  }
}
