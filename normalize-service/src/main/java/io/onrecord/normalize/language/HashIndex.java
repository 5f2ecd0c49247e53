package io.onrecord.normalize.language;

import java.util.List;

/** Finds the place of a 64-bit hash in a list, without boxing: open addressing, half full. */
final class HashIndex {
  private final long[] hashes;
  private final int[] places;
  private final int mask;

  HashIndex(List<Long> entries) {
    int size = Integer.highestOneBit(Math.max(4, entries.size())) * 4;
    hashes = new long[size];
    places = new int[size];
    mask = size - 1;
    for (int place = 0; place < entries.size(); place++) {
      int slot = slot(entries.get(place));
      while (places[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      hashes[slot] = entries.get(place);
      places[slot] = place + 1;
    }
  }

  /** The place of the hash in the list; -1 if it is not there. */
  int find(long hash) {
    int slot = slot(hash);
    while (places[slot] != 0) {
      if (hashes[slot] == hash) {
        return places[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private int slot(long hash) {
    return (int) (hash ^ (hash >>> 32)) & mask;
  }
}
