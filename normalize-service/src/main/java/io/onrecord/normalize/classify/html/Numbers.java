package io.onrecord.normalize.classify.html;

/**
 * Numbers keys in the order in which they are first seen; open addressing, since it is asked often.
 */
final class Numbers {
  private final long[] keys;
  private final int[] numbers;
  private int count;

  /**
   * @param most how many keys at most
   */
  Numbers(int most) {
    int size = Integer.highestOneBit(Math.max(8, most)) * 4;
    keys = new long[size];
    numbers = new int[size];
  }

  /** The number of the key: a new one for a new key. */
  int of(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    mixed = mixed == 0 ? 1 : mixed;
    int at = (int) (mixed >>> 32) & keys.length - 1;
    while (keys[at] != 0 && keys[at] != mixed) {
      at = at + 1 & keys.length - 1;
    }
    if (keys[at] == 0) {
      keys[at] = mixed;
      numbers[at] = count++;
    }
    return numbers[at];
  }

  int count() {
    return count;
  }
}
