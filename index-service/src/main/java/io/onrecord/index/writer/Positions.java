package io.onrecord.index.writer;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far an index has read its topic: for each partition the offset of the next record. Everything
 * before it is in the index, nothing behind it is.
 *
 * @param topic the topic; empty for an index that has read nothing yet
 * @param next partition to offset; a partition that is missing has not been read at all
 */
public record Positions(String topic, SortedMap<Integer, Long> next) {
  private static final String TOPIC_KEY = "onrecord.topic";
  private static final String OFFSET_PREFIX = "onrecord.offset.";

  /** Nothing read. */
  public static final Positions NONE = new Positions("", Collections.emptySortedMap());

  public Positions {
    next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
  }

  /** Where to start in a partition. */
  public long in(int partition) {
    return next.getOrDefault(partition, 0L);
  }

  /**
   * Refuses to go on with another topic: the index would mix two.
   *
   * @throws ForeignPositionsException when these positions are another topic's
   */
  public void requireTopic(String followed) {
    if (!topic.isEmpty() && !topic.equals(followed)) {
      throw new ForeignPositionsException(
          ("the index was filled from the topic %s, not %s; give it a directory of its own"
                  + " (index.directory)")
              .formatted(topic, followed));
    }
  }

  /**
   * Refuses a partition that is shorter than what was read of it: it is another cluster's, or was
   * made anew.
   *
   * @param end offset behind the partition's last record
   * @throws ForeignPositionsException when the position is behind the end
   */
  public void requireWithin(int partition, long end) {
    if (in(partition) > end) {
      throw new ForeignPositionsException(
          ("the index has read %s-%d up to %d, but it ends at %d: this is another cluster, or the"
                  + " topic was made anew; give the index a directory of its own (index.directory)"
                  + " or remove the old one, and it is filled again")
              .formatted(topic, partition, in(partition), end));
    }
  }

  /** As the user data of a Lucene commit. */
  Map<String, String> toCommitData() {
    Map<String, String> data = new TreeMap<>();
    data.put(TOPIC_KEY, topic);
    next.forEach((partition, offset) -> data.put(OFFSET_PREFIX + partition, Long.toString(offset)));
    return data;
  }

  static Positions fromCommitData(Map<String, String> data) {
    SortedMap<Integer, Long> next = new TreeMap<>();
    data.forEach(
        (key, value) -> {
          if (key.startsWith(OFFSET_PREFIX)) {
            next.put(
                Integer.parseInt(key.substring(OFFSET_PREFIX.length())), Long.parseLong(value));
          }
        });
    return new Positions(data.getOrDefault(TOPIC_KEY, ""), next);
  }
}
