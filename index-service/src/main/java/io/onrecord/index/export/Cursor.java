package io.onrecord.index.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Where somebody stands in a topic: the next offset of each partition, in their order, written
 * {@code 120.98.143}. Partitions that the topic was given later are read from their beginning.
 */
public record Cursor(List<Long> offsets) {
  private static final Pattern TEXT = Pattern.compile("\\d{1,18}(\\.\\d{1,18}){0,999}");

  /** Before everything. */
  public static final Cursor START = new Cursor(List.of());

  public Cursor {
    offsets = List.copyOf(offsets);
  }

  /** Reads one; empty when the text is none. */
  public static Optional<Cursor> parse(String text) {
    return TEXT.matcher(text).matches()
        ? Optional.of(
            new Cursor(Pattern.compile("\\.").splitAsStream(text).map(Long::valueOf).toList()))
        : Optional.empty();
  }

  static Cursor of(Map<TopicPartition, Long> positions) {
    List<Long> offsets = new ArrayList<>();
    positions.entrySet().stream()
        .sorted(java.util.Comparator.comparingInt(e -> e.getKey().partition()))
        .forEach(e -> offsets.add(e.getValue()));
    return new Cursor(offsets);
  }

  /** Where to begin in each partition, given where each begins. */
  Map<TopicPartition, Long> positions(Map<TopicPartition, Long> beginnings) {
    Map<TopicPartition, Long> positions = new HashMap<>();
    beginnings.forEach(
        (partition, begin) -> {
          long stand =
              partition.partition() < offsets.size() ? offsets.get(partition.partition()) : 0L;
          positions.put(partition, Math.max(begin, stand));
        });
    return positions;
  }

  /** Whether some partition ends before it: it is another topic's. */
  boolean isBeyond(Map<TopicPartition, Long> ends) {
    Collection<TopicPartition> partitions = ends.keySet();
    return offsets.size() > partitions.size()
        || partitions.stream()
            .anyMatch(
                p -> p.partition() < offsets.size() && offsets.get(p.partition()) > ends.get(p));
  }

  @Override
  public String toString() {
    return offsets.stream().map(String::valueOf).collect(Collectors.joining("."));
  }
}
