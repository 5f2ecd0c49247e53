package io.onrecord.index.opensearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.index.IndexService;
import io.onrecord.index.IndexWorld;
import io.onrecord.index.SampleDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The index service with OpenSearch as its sink, beside Lucene and alone. */
final class OpenSearchServiceTest {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final SampleDocument FIRST =
      SampleDocument.at("https://example.org/first").paragraph("Lanterns on the quay.");
  private static final SampleDocument SECOND =
      SampleDocument.at("https://example.org/second").paragraph("碼頭上的燈籠。");

  private final SearchNode node = SearchNode.shared();
  private final Front front = new Front(node.url());
  private final String alias = "s-" + UUID.randomUUID().toString().substring(0, 8);

  @TempDir private Path directory;

  @AfterEach
  void close() {
    front.close();
    node.ask("DELETE", "/" + alias + "-*", "");
  }

  private Map<String, String> sink(String which) {
    return Map.of(
        "index.sink", which,
        "index.opensearch.url", front.url(),
        "index.opensearch.index", alias);
  }

  @Test
  void bothSinksHoldTheSameAndADocumentThatOneRefusesIsADeadLetterWithItsReason() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    try (IndexService service = world.start(sink("both"))) {
      await().atMost(SOON).until(() -> world.get(service, "/readyz").statusCode() == 200);
      node.ask(
          "PUT", "/" + alias + "/_mapping", "{\"properties\":{\"pages\":{\"type\":\"integer\"}}}");
      String conflicting =
          new String(FIRST.put().json(), UTF_8).replaceFirst("}$", ",\"pages\":\"many\"}");
      world.send(List.of(world.record(FIRST.id(), conflicting.getBytes(UTF_8))));
      world.publish(SECOND);
      world.awaitIndexed(service, SECOND);
      await().atMost(SOON).until(() -> node.found(alias, "{}") == 1);
      await().atMost(SOON).until(() -> !world.read(world.documentsTopic() + ".dlq").isEmpty());
      assertThat(service.documents()).isEqualTo(2);
    }
    List<ConsumerRecord<byte[], byte[]>> letters = world.read(world.documentsTopic() + ".dlq");
    assertThat(letters)
        .allSatisfy(
            letter ->
                assertThat(
                        new String(
                            letter
                                .headers()
                                .lastHeader("__connect.errors.exception.message")
                                .value(),
                            UTF_8))
                    .contains("mapper_parsing_exception"));
    assertThat(world.fatal()).isEmpty();
  }

  @Test
  void whileOpenSearchIsGoneItIsNotReadyLuceneAnswersAndItComesBackByItself() throws Exception {
    front.goAway();
    IndexWorld world = new IndexWorld(directory);
    try (IndexService service = world.start(sink("both"))) {
      world.publish(FIRST);
      world.awaitIndexed(service, FIRST);
      await()
          .atMost(SOON)
          .until(() -> world.get(service, "/readyz").body().contains("opensearch: OpenSearch at"));
      assertThat(world.get(service, "/readyz").statusCode()).isEqualTo(503);
      assertThat(world.get(service, "/api/search?q=lanterns").body()).contains(FIRST.id());
      front.comeBack();
      await().atMost(SOON).until(() -> world.get(service, "/readyz").statusCode() == 200);
      await().atMost(SOON).until(() -> node.found(alias, "{}") == 1);
      front.goAway();
      await().atMost(SOON).until(() -> world.get(service, "/readyz").statusCode() == 503);
      world.publish(SECOND);
      world.unpublish(FIRST);
      front.comeBack();
      await().atMost(SOON).until(() -> world.get(service, "/readyz").statusCode() == 200);
      await()
          .atMost(SOON)
          .until(
              () ->
                  node.found(alias, "{}") == 1
                      && node.found(
                              alias,
                              "{\"query\":{\"ids\":{\"values\":[\"%s\"]}}}".formatted(SECOND.id()))
                          == 1);
    }
    assertThat(world.fatal()).isEmpty();
  }

  @Test
  void aloneItIsRebuiltAndRolledBackAndSaysWhereToSearch() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    world.publish(FIRST, SECOND);
    try (IndexService service = world.start(sink("opensearch"))) {
      await().atMost(SOON).until(() -> world.get(service, "/readyz").statusCode() == 200);
      assertThat(world.get(service, "/api/search?q=x").statusCode()).isEqualTo(501);
      assertThat(world.get(service, "/api/search?q=x").body()).contains(alias + "/_search");
      await().atMost(SOON).until(() -> service.documents() == 2);
      assertThat(service.contains(FIRST.id())).isTrue();
      JsonNode built = work(world, service, "rebuild");
      assertThat(built.path("live").asString()).isEqualTo(alias + "-generation-2");
      assertThat(built.path("previous").asString()).isEqualTo(alias + "-generation-1");
      assertThat(built.path("documents").asInt()).isEqualTo(2);
      world.unpublish(FIRST);
      await().atMost(SOON).until(() -> node.found(alias, "{}") == 1);
      JsonNode back = work(world, service, "rollback?sink=opensearch");
      assertThat(back.path("live").asString()).isEqualTo(alias + "-generation-1");
      assertThat(node.found(alias, "{}")).isEqualTo(1);
      assertThat(world.send(service, "POST", "/api/index/rebuild?sink=index").statusCode())
          .isEqualTo(400);
    }
    assertThat(world.fatal()).isEmpty();
  }

  @Test
  @Tag("proof")
  void aRealNodeIsStoppedAndStartedAgain() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    try (IndexService service = world.start(sink("opensearch"))) {
      world.publish(FIRST);
      await().atMost(SOON).ignoreExceptions().until(() -> node.found(alias, "{}") == 1);
      node.stop();
      try {
        await().atMost(SOON).until(() -> world.get(service, "/readyz").statusCode() == 503);
        world.publish(SECOND);
      } finally {
        node.start();
      }
      await().atMost(SOON).until(() -> world.get(service, "/readyz").statusCode() == 200);
      await().atMost(SOON).until(() -> node.found(alias, "{}") == 2);
    }
    assertThat(world.fatal()).isEmpty();
  }

  private static JsonNode work(IndexWorld world, IndexService service, String what)
      throws Exception {
    assertThat(world.send(service, "POST", "/api/index/" + what).statusCode()).isEqualTo(202);
    await()
        .atMost(SOON)
        .until(() -> !world.get(service, "/api/index").body().contains("\"running\""));
    JsonNode status = JsonMapper.shared().readTree(world.get(service, "/api/index").body());
    assertThat(status.path("state").asString()).as(status.toString()).isEqualTo("done");
    return status;
  }
}
