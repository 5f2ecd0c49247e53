package io.onrecord.normalize.classify.html;

import java.util.Arrays;

/** The features of a page's blocks, a column a feature. Filled by one thread, then read. */
public final class BlockTable {
  /** How many rows are looked at together: so few that what is made for them stays near at hand. */
  private static final int WINDOW = 2048;

  private final float[][] columns;
  private final int rows;
  private final int[][] ordered;
  private int window;

  BlockTable(int rows) {
    this.rows = rows;
    this.columns = new float[Feature.COUNT][rows];
    this.ordered = new int[Feature.COUNT][];
  }

  /** How many blocks. */
  public int rows() {
    return rows;
  }

  /** One feature of every block; not to be changed. */
  public float[] column(Feature feature) {
    return columns[feature.ordinal()];
  }

  void set(int row, Feature feature, float value) {
    columns[feature.ordinal()][row] = value;
  }

  void fill(Feature feature, float value) {
    Arrays.fill(columns[feature.ordinal()], value);
  }

  /** How many rows there are from this one to the end of its window. */
  int window(int from) {
    return Math.min(WINDOW, rows - from);
  }

  /**
   * A feature of the window's blocks as {@link #ordered(float)} numbers; from then on it is not
   * set. Pages have one window, but for a few that would need a table of hundreds of megabytes.
   */
  int[] ordered(int feature, int from) {
    if (from != window) {
      Arrays.fill(ordered, null);
      window = from;
    }
    int[] known = ordered[feature];
    if (known == null) {
      float[] column = columns[feature];
      known = new int[window(from)];
      for (int i = 0; i < known.length; i++) {
        known[i] = ordered(column[from + i]);
      }
      ordered[feature] = known;
    }
    return known;
  }

  /** Whole numbers in the order of the given ones, small enough to be subtracted. */
  static int ordered(float value) {
    int bits = Float.floatToRawIntBits(value + 0f);
    return (bits ^ bits >> 31 & 0x7FFFFFFF) >> 1;
  }
}
