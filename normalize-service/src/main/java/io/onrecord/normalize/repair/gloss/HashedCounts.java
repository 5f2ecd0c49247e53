package io.onrecord.normalize.repair.gloss;

/** Counts by an int key in one flat hash table: asked some hundred thousand times a page. */
final class HashedCounts {
  private int[] keys = new int[1 << 10];
  private int[] counts = new int[1 << 10];
  private int size;

  /** The count of a key; 0 if it was never added. */
  int get(int key) {
    return counts[slot(key)];
  }

  /** Adds to the count of a key; whether it is the first time. */
  boolean add(int key, int times) {
    int slot = slot(key);
    boolean first = counts[slot] == 0;
    if (first) {
      keys[slot] = key;
      size++;
    }
    counts[slot] += times;
    if (size * 2 > keys.length) {
      grow();
    }
    return first;
  }

  private int slot(int key) {
    int mask = keys.length - 1;
    int slot = mixed(key) >>> Integer.numberOfLeadingZeros(mask);
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** Spreads keys that differ in a few bits only over the whole table. */
  static int mixed(int key) {
    int mixed = key * 0x9E3779B9;
    return (mixed ^ mixed >>> 15) * 0x85EBCA6B;
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
