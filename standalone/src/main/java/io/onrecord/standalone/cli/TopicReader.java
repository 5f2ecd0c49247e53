package io.onrecord.standalone.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads committed records of topics, outside any group: looking changes nothing. */
final class TopicReader implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final String bootstrapServers;
  private final KafkaConsumer<byte[], byte[]> consumer;

  TopicReader(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
  }

  /** The topics of the cluster, Kafka's own left out. */
  List<String> names() {
    return asked(() -> consumer.listTopics(LIMIT)).keySet().stream()
        .filter(name -> !name.startsWith("__"))
        .sorted()
        .toList();
  }

  /** How many offsets a topic spans: its records, and the marks of the transactions among them. */
  long records(String topic) {
    List<TopicPartition> partitions = partitions(topic);
    Map<TopicPartition, Long> first = asked(() -> consumer.beginningOffsets(partitions, LIMIT));
    Map<TopicPartition, Long> end = asked(() -> consumer.endOffsets(partitions, LIMIT));
    return partitions.stream().mapToLong(p -> end.get(p) - first.get(p)).sum();
  }

  /** Starts to read a topic, from its first record or from its end. */
  void follow(String topic, boolean fromBeginning) {
    List<TopicPartition> partitions = partitions(topic);
    consumer.assign(partitions);
    if (fromBeginning) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
      partitions.forEach(partition -> asked(() -> consumer.position(partition, LIMIT)));
    }
  }

  /** What has come, in order of time. */
  List<ConsumerRecord<byte[], byte[]>> next() {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    consumer.poll(Duration.ofMillis(200)).forEach(records::add);
    records.sort(Comparator.comparingLong(ConsumerRecord::timestamp));
    return records;
  }

  /** Whether everything that was there has been read. */
  boolean isAtEnd() {
    Map<TopicPartition, Long> end = asked(() -> consumer.endOffsets(consumer.assignment(), LIMIT));
    return end.entrySet().stream()
        .allMatch(e -> asked(() -> consumer.position(e.getKey(), LIMIT)) >= e.getValue());
  }

  private List<TopicPartition> partitions(String topic) {
    return asked(() -> consumer.partitionsFor(topic, LIMIT)).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private interface Question<T> {
    T ask();
  }

  private <T> T asked(Question<T> question) {
    try {
      return question.ask();
    } catch (KafkaException e) {
      throw new CommandFailedException(
          "Kafka at %s did not answer: %s".formatted(bootstrapServers, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
