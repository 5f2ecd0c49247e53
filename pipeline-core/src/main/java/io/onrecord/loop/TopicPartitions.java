package io.onrecord.loop;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The partitions of a topic that must be there. A broker may not know a topic for a moment after it
 * was made and names no partitions then; who took that for an answer would follow nothing for ever.
 */
public final class TopicPartitions {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

  private TopicPartitions() {}

  /**
   * All partitions of a topic.
   *
   * @throws TimeoutException when the topic is not there, which may pass: try again with back-off
   */
  public static List<TopicPartition> of(Consumer<?, ?> consumer, String topic) {
    List<PartitionInfo> found = consumer.partitionsFor(topic, ANSWER_LIMIT);
    if (found.isEmpty()) {
      throw new TimeoutException("the topic %s is not there".formatted(topic));
    }
    return found.stream().map(p -> new TopicPartition(topic, p.partition())).toList();
  }
}
