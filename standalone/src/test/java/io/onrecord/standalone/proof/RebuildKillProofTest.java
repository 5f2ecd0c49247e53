package io.onrecord.standalone.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.event.DocumentWire;
import io.onrecord.event.Traceparent;
import io.onrecord.index.IndexService;
import io.onrecord.loop.KafkaClients;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.RawPage;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Settings;
import io.onrecord.testkit.Broker;
import io.onrecord.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An index process is killed while it rebuilds its index: a whole one is live, always. */
final class RebuildKillProofTest {
  private static final Logger LOG = LoggerFactory.getLogger(RebuildKillProofTest.class);
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int DOCUMENTS = 3_000;
  private static final int KILLS = 6;

  @TempDir Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private int port;

  @Test
  @Tag("proof")
  void sixKillsInTheMiddleOfRebuilds() throws Exception {
    CoreSettings core =
        CoreSettings.from(
            Settings.defaults()
                .with(
                    Map.of(
                        "kafka.bootstrap.servers",
                        Broker.shared().bootstrapServers(),
                        "topics.prefix",
                        "rebuild-kill")));
    try (Admin admin = KafkaClients.admin(core)) {
      Topics.ensure(admin, core.topics().all());
    }
    port = FreePorts.next();
    int published = publish(core, 0, DOCUMENTS);
    long seed = ThreadLocalRandom.current().nextLong();
    Random random = new Random(seed);
    List<String> met = new ArrayList<>();
    long whole = rebuildMillis(published);
    for (int kill = 1; kill <= KILLS; kill++) {
      try (JavaProcess index = index()) {
        awaitWhole(published);
        post("/api/index/rebuild");
        long moment = (long) (random.nextDouble() * whole);
        index.endsWithin(Duration.ofMillis(moment));
        met.add("%d ms into %s".formatted(moment, get("/api/index").path("state").asString()));
        index.kill();
      }
      published += publish(core, published, 10);
      assertThat(indexes()).as("the live one, the previous one, one half-built").hasSizeLessThan(4);
    }
    LOG.info("rebuild-kill seed={} a rebuild takes {} ms; killed {}", seed, whole, met);
    rebuildMillis(published);
  }

  private long rebuildMillis(int documents) throws Exception {
    try (JavaProcess index = index()) {
      awaitWhole(documents);
      long begun = System.nanoTime();
      post("/api/index/rebuild");
      await()
          .atMost(LONG)
          .until(() -> !get("/api/index").path("state").asString().equals("running"));
      JsonNode done = get("/api/index");
      assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
      assertThat(done.path("documents").asInt()).isEqualTo(documents);
      awaitWhole(documents);
      return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }
  }

  /** What is live has every document: at once those of the last commit, and soon all. */
  private void awaitWhole(int documents) {
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .until(() -> get("/api/status").path("ready").asBoolean());
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .until(
            () ->
                get("/api/status").path("documents").asInt() == documents
                    && get("/api/search?q=lighthouse&size=1").path("total").asInt() == documents);
  }

  private JavaProcess index() {
    return JavaProcess.start(
        folder.resolve("index.log"),
        IndexService.class,
        List.of(
            "--kafka.bootstrap.servers=" + Broker.shared().bootstrapServers(),
            "--topics.prefix=rebuild-kill",
            "--index.port=" + port,
            "--index.directory=" + folder.resolve("index")));
  }

  private List<String> indexes() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("index"))) {
      return all.filter(Files::isDirectory).map(p -> p.getFileName().toString()).toList();
    }
  }

  private static int publish(CoreSettings core, int from, int many) {
    Normalizer normalizer = new Normalizer();
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      for (int i = from; i < from + many; i++) {
        producer.send(
            DocumentWire.write(
                core.topics().names().documents(),
                normalizer.normalize(
                    RawPage.of(
                        "https://example.org/" + i,
                        Optional.of("text/html"),
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Pages.html(i).getBytes(UTF_8))),
                Traceparent.start()));
      }
    }
    return many;
  }

  private JsonNode get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20)).build();
    return JsonMapper.shared()
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  private void post(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody()).build();
    assertThat(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode())
        .isEqualTo(202);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
