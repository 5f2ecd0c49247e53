package io.onrecord.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

final class BrokerTest {
  private static final TopicPartition SPOKEN = new TopicPartition("spoken", 0);

  @Test
  void whatWasCommittedIsThereAfterARestartOnTheSamePort() throws Exception {
    try (Broker broker = Broker.open()) {
      String address = broker.bootstrapServers();
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", address))) {
        admin.createTopics(List.of(new NewTopic("spoken", 1, (short) 1))).all().get();
      }
      sendInATransaction(broker, "hello");
      broker.stop();
      broker.start();
      assertThat(broker.bootstrapServers()).isEqualTo(address);
      assertThat(read(broker)).containsExactly("hello");
      sendInATransaction(broker, "again");
      assertThat(read(broker)).containsExactly("hello", "again");
    }
  }

  @Test
  void aTopicThatNobodyCreatedIsNotThere() {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", Broker.shared().bootstrapServers()))) {
      assertThatThrownBy(
              () ->
                  admin.describeTopics(List.of("never")).allTopicNames().get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
    }
  }

  private static void sendInATransaction(Broker broker, String text) throws Exception {
    Map<String, Object> config =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "speaker");
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(new ProducerRecord<>(SPOKEN.topic(), text.getBytes(UTF_8))).get();
      producer.commitTransaction();
    }
  }

  private static List<String> read(Broker broker) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "isolation.level",
            "read_committed",
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(SPOKEN));
      long end = consumer.endOffsets(List.of(SPOKEN)).get(SPOKEN);
      List<String> texts = new ArrayList<>();
      while (consumer.position(SPOKEN) < end) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(record -> texts.add(new String(record.value(), UTF_8)));
      }
      return texts;
    }
  }
}
