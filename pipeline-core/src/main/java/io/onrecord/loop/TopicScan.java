package io.onrecord.loop;

import io.onrecord.settings.CoreSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads what topics hold between two positions, once and outside any group: looking changes
 * nothing. Not thread-safe.
 */
public final class TopicScan implements AutoCloseable {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration SILENCE_LIMIT = Duration.ofSeconds(60);
  private static final int BATCH_RECORDS = 500;

  private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;

  private TopicScan(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** Sees committed records only. */
  public static TopicScan committed(CoreSettings core) {
    return new TopicScan(KafkaClients.scanner(core, BATCH_RECORDS, "read_committed"));
  }

  /** Sees records of open and of aborted transactions too. */
  static TopicScan everything(CoreSettings core) {
    return new TopicScan(KafkaClients.scanner(core, BATCH_RECORDS, "read_uncommitted"));
  }

  /** The partitions of a topic; none when it is not there. */
  public List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic, ANSWER_LIMIT).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  /** Where the partitions begin now. */
  public Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
    return consumer.beginningOffsets(partitions, ANSWER_LIMIT);
  }

  /** Behind the last record that this scan may see now. */
  public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
    return consumer.endOffsets(partitions, ANSWER_LIMIT);
  }

  /** Everything that a topic holds now. */
  public void readAll(String topic, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    List<TopicPartition> partitions = partitions(topic);
    read(beginnings(partitions), ends(partitions), reader);
  }

  /**
   * The records from the first position to before the second, in the order of each partition.
   *
   * @throws TimeoutException when the brokers do not answer for a minute
   */
  public void read(
      Map<TopicPartition, Long> from,
      Map<TopicPartition, Long> to,
      Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    Map<TopicPartition, Long> starts = new HashMap<>(from);
    starts.entrySet().removeIf(start -> start.getValue() >= to.getOrDefault(start.getKey(), 0L));
    consumer.assign(starts.keySet());
    consumer.resume(starts.keySet()); // a partition that an earlier read ended with is still paused
    starts.forEach(consumer::seek);
    Set<TopicPartition> left = new HashSet<>(starts.keySet());
    long lastHeard = System.nanoTime();
    while (!left.isEmpty()) {
      var records = consumer.poll(POLL);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (record.offset() < to.get(new TopicPartition(record.topic(), record.partition()))) {
          reader.accept(record);
        }
      }
      boolean moved = left.removeIf(p -> consumer.position(p) >= to.get(p)) || !records.isEmpty();
      if (moved) {
        lastHeard = System.nanoTime();
        consumer.pause(consumer.assignment().stream().filter(p -> !left.contains(p)).toList());
      } else if (System.nanoTime() - lastHeard > SILENCE_LIMIT.toNanos()) {
        throw new TimeoutException("no answer for %s from %s".formatted(SILENCE_LIMIT, left));
      }
    }
  }

  /** Takes a record; false when it is enough. */
  @FunctionalInterface
  public interface Taker {
    boolean take(ConsumerRecord<byte[], byte[]> record);
  }

  /**
   * The same, until the taker has had enough.
   *
   * @return where to read on: for each partition behind the last record that was taken, or its end
   */
  public Map<TopicPartition, Long> readSome(
      Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, Taker taker) {
    Map<TopicPartition, Long> next = new HashMap<>(from);
    for (TopicPartition partition : from.keySet()) {
      boolean[] enough = {false};
      long end = to.getOrDefault(partition, 0L);
      long[] reached = {from.get(partition)};
      readWhile(
          partition,
          reached[0],
          end,
          record -> {
            enough[0] = !taker.take(record);
            reached[0] = record.offset() + 1;
            return !enough[0];
          });
      next.put(partition, enough[0] ? reached[0] : Math.max(reached[0], end));
      if (enough[0]) {
        break;
      }
    }
    return next;
  }

  private void readWhile(TopicPartition partition, long from, long to, Taker taker) {
    if (from >= to) {
      return;
    }
    consumer.assign(Set.of(partition));
    consumer.resume(Set.of(partition));
    consumer.seek(partition, from);
    long lastHeard = System.nanoTime();
    while (consumer.position(partition) < to) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        lastHeard = System.nanoTime();
        if (record.offset() >= to || !taker.take(record)) {
          return;
        }
      }
      if (System.nanoTime() - lastHeard > SILENCE_LIMIT.toNanos()) {
        throw new TimeoutException("no answer for %s from %s".formatted(SILENCE_LIMIT, partition));
      }
    }
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ZERO));
  }
}
