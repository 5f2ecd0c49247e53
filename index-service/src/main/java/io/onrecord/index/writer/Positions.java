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
