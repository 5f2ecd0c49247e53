package io.onrecord.index.follow;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the topic has been followed. Everything before a position can be found by searches.
 *
 * @param topic that is followed
 * @param partitions by number
 */
public record Progress(String topic, SortedMap<Integer, Partition> partitions) {

  /**
   * One partition.
   *
   * @param position offset of the next record to be read
   * @param lag committed records that are not read yet
   */
  public record Partition(long position, long lag) {}

  public Progress {
    partitions = Collections.unmodifiableSortedMap(new TreeMap<>(partitions));
  }

  /** Nothing known yet. */
  static Progress none(String topic) {
    return new Progress(topic, Collections.emptySortedMap());
  }

  /** Committed records of all partitions that are not read yet. */
  public long lag() {
    return partitions.values().stream().mapToLong(Partition::lag).sum();
  }
}
