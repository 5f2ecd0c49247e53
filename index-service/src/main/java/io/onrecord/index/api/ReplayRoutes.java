package io.onrecord.index.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The replays with their last comparison, as the replays topic tells them. */
final class ReplayRoutes {
  private final CoreSettings core;

  ReplayRoutes(CoreSettings core) {
    this.core = core;
  }

  /** {@code GET /api/replays}. */
  void list(Context request) {
    Map<String, JsonNode> found = new TreeMap<>();
    try (TopicScan scan = TopicScan.committed(core)) {
      scan.readAll(
          core.topics().names().replays(),
          record -> {
            String name = new String(record.key(), UTF_8);
            if (record.value() == null) {
              found.remove(name);
            } else {
              found.put(name, JsonMapper.shared().readTree(record.value()));
            }
          });
    } catch (KafkaException e) {
      throw new ProblemException(503, "Kafka does not answer: " + e.getMessage(), e);
    }
    Json.answer(request, Map.of("replays", List.copyOf(found.values())));
  }
}
