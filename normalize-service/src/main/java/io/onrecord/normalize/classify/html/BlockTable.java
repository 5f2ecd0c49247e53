package io.onrecord.normalize.classify.html;

/** The features of a page's blocks, a column a feature. Filled by one thread, then read. */
public final class BlockTable {
  private final float[][] columns;
  private final int[][] ordered;
  private final int rows;

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
    java.util.Arrays.fill(columns[feature.ordinal()], value);
  }

  /** A feature of every block as {@link #ordered(float)} numbers; from then on it is not set. */
  int[] ordered(int feature) {
    int[] known = ordered[feature];
    if (known == null) {
      float[] column = columns[feature];
      known = new int[rows];
      for (int i = 0; i < rows; i++) {
        known[i] = ordered(column[i]);
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
