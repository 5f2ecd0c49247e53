package io.onrecord.index.example;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a map of titles in step with the documents topic; put your index in its place. */
final class FollowDocuments {
  private FollowDocuments() {}

  static void follow(
      String kafka, String topic, String group, Map<String, String> titles, BooleanSupplier stop) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", kafka,
            "group.id", group, // one group, one position: start again with a new name
            "auto.offset.reset", "earliest", // a new group starts from zero
            "isolation.level", "read_committed", // or you see what was taken back
            "enable.auto.commit", "false"); // commit when it is safely in your index
    StringDeserializer text = new StringDeserializer();
    try (var consumer = new KafkaConsumer<String, String>(settings, text, text)) {
      consumer.subscribe(List.of(topic));
      while (!stop.getAsBoolean()) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          if (record.value() == null) {
            titles.remove(record.key()); // the page is gone
          } else {
            var document = JsonMapper.shared().readTree(record.value());
            if (document.path("schema").asString().startsWith("onrecord.document/1")) {
              titles.put(record.key(), document.path("title").asString("")); // replaces itself
            }
          }
        }
        consumer.commitSync(); // killed before this, you read the same again: harmless
      }
    }
  }
}
