package io.onrecord.standalone.cli;

import io.onrecord.document.DocumentJson;
import io.onrecord.document.UnreadableDocumentException;
import io.onrecord.event.Sha256;
import io.onrecord.topic.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Which revisions of which pages are dead letters: page id to hash of the body, read on demand. */
final class DeadLetterKeys implements AutoCloseable {
  private final String pages = TopicNames.deadLetters(TopicNames.DEFAULT.pages());
  private final String documents = TopicNames.deadLetters(TopicNames.DEFAULT.documents());
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, String> bodies = new HashMap<>();

  DeadLetterKeys(String bootstrapServers) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        List.of(pages, documents).stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
  }

  /** All that are known by now; the latest dead revision of each page. */
  Map<String, String> read() {
    for (ConsumerRecord<byte[], byte[]> letter : consumer.poll(Duration.ofMillis(1))) {
      if (letter.key() != null && letter.value() != null) {
        bodies.put(new String(letter.key(), StandardCharsets.UTF_8), body(letter));
      }
    }
    return bodies;
  }

  /** A page's dead letter has its bytes; a document's tells the bytes that it was made of. */
  private String body(ConsumerRecord<byte[], byte[]> letter) {
    if (letter.topic().equals(pages)) {
      return Sha256.labelled(letter.value());
    }
    try {
      return DocumentJson.read(letter.value()).provenance().body();
    } catch (UnreadableDocumentException e) {
      return "";
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
