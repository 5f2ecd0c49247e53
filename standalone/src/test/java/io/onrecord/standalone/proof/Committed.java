package io.onrecord.standalone.proof;

import io.onrecord.loop.KafkaClients;
import io.onrecord.settings.CoreSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/** What a reader of committed records finds in a topic. */
final class Committed {
  private Committed() {}

  /** How many records each key has. */
  static Map<String, Integer> perKey(CoreSettings core, String topic) {
    Map<String, Integer> counts = new TreeMap<>();
    try (Consumer<byte[], byte[]> consumer = KafkaClients.consumer(core, 500)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Set<TopicPartition> left = new HashSet<>(partitions);
      while (!left.isEmpty()) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                r -> counts.merge(new String(r.key(), StandardCharsets.UTF_8), 1, Integer::sum));
        left.removeIf(p -> consumer.position(p) >= ends.get(p));
      }
    }
    return counts;
  }
}
