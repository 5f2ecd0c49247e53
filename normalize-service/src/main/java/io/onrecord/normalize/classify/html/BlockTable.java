package io.onrecord.normalize.classify.html;

/** The features of a page's blocks, a column a feature. */
public final class BlockTable {
  private final float[][] columns;
  private final int rows;

  BlockTable(int rows) {
    this.rows = rows;
    this.columns = new float[Feature.COUNT][rows];
  }

  /** How many blocks. */
  public int rows() {
    return rows;
  }

  /** One feature of every block; not to be changed. */
  public float[] column(Feature feature) {
    return columns[feature.ordinal()];
  }

  float[][] columns() {
    return columns;
  }

  void set(int row, Feature feature, float value) {
    columns[feature.ordinal()][row] = value;
  }

  void fill(Feature feature, float value) {
    java.util.Arrays.fill(columns[feature.ordinal()], value);
  }
}
