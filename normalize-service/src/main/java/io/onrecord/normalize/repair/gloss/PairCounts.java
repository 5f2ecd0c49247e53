package io.onrecord.normalize.repair.gloss;

/** Counts of pairs of characters in one flat hash table: read some million times a page. */
final class PairCounts {
  private int[] keys = new int[1 << 12];
  private int[] counts = new int[1 << 12];
  private int size;

  /** The count of a pair; 0 if it was never added. */
  int get(int before, int c) {
    return counts[slot(before << 16 | c)];
  }

  void add(int before, int c, int times) {
    int slot = slot(before << 16 | c);
    if (counts[slot] == 0) {
      keys[slot] = before << 16 | c;
      size++;
    }
    counts[slot] += times;
    if (size * 2 > keys.length) {
      grow();
    }
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = key * 0x9E3779B9 >>> 7 & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new int[oldKeys.length * 2];
    counts = new int[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
