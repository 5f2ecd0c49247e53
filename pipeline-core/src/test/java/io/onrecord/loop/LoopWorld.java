package io.onrecord.loop;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.onrecord.health.Health;
import io.onrecord.settings.CoreSettings;
import io.onrecord.topic.TopicNames;
import io.onrecord.topic.TopicPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** Topics of their own on a real broker, with what a loop test puts in and takes out. */
final class LoopWorld {
  private static final int PARTITIONS = 3;

  final CoreSettings core;
  final String input;
  final String output;
  final String dead;
  final Health health = new Health(PipelineLoop.PART);
  final List<Throwable> fatal = new CopyOnWriteArrayList<>();

  LoopWorld(String bootstrapServers) throws Exception {
    this(bootstrapServers, Map.of());
  }

  /** A world whose Kafka clients differ in these settings. */
  LoopWorld(String bootstrapServers, Map<String, String> overrides) throws Exception {
    String prefix = "loop-" + UUID.randomUUID().toString().substring(0, 8);
    TopicNames names = new TopicNames(prefix);
    Map<String, String> clients = new HashMap<>();
    clients.put("bootstrap.servers", bootstrapServers);
    clients.put("fetch.max.wait.ms", "50"); // a client that closes waits for its last fetch
    clients.putAll(overrides);
    core = new CoreSettings(clients, new TopicPlan(names, PARTITIONS, (short) 1, 1 << 20), "one");
    input = names.pages();
    output = names.documents();
    dead = TopicNames.deadLetters(input);
    try (Admin admin = KafkaClients.admin(core)) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(input, PARTITIONS, (short) 1),
                  new NewTopic(output, PARTITIONS, (short) 1),
                  new NewTopic(dead, PARTITIONS, (short) 1)))
          .all()
          .get();
    }
  }

  /** A loop that answers {@code text} with {@code <text>!}, or as the transform says. */
  PipelineLoop start(Transform transform) {
    return start(core, settings(Duration.ofSeconds(20)), transform);
  }

  PipelineLoop start(CoreSettings as, LoopSettings settings, Transform transform) {
    return PipelineLoop.start(
        as, settings, transform, health, new SimpleMeterRegistry(), fatal::add);
  }

  LoopSettings settings(Duration recordLimit) {
    return new LoopSettings("echo", "1", input, dead, 2, 50, recordLimit, 1000);
  }

  CoreSettings named(String instance) {
    return new CoreSettings(core.kafka(), core.topics(), instance);
  }

  Transform echo() {
    return record -> List.of(answer(record, text(record.value()) + "!"));
  }

  ProducerRecord<byte[], byte[]> answer(ConsumerRecord<byte[], byte[]> to, String text) {
    return new ProducerRecord<>(output, to.key(), text.getBytes(UTF_8));
  }

  void put(String... texts) {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      for (String text : texts) {
        producer.send(
            new ProducerRecord<>(input, text.split("-")[0].getBytes(UTF_8), text.getBytes(UTF_8)));
      }
    }
  }

  /** {@code key-number} for every key and number, in an order that mixes the keys. */
  static String[] texts(int keys, int each) {
    return IntStream.range(0, keys * each)
        .mapToObj(i -> "k%d-%d".formatted(i % keys, i / keys))
        .toArray(String[]::new);
  }

  List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer = KafkaClients.consumer(core, 500)) {
      List<TopicPartition> partitions =
          IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(topic, p)).toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }

  List<String> committedTexts(String topic) {
    return committed(topic).stream().map(r -> text(r.value())).toList();
  }

  static String text(byte[] value) {
    return new String(value, UTF_8);
  }
}
