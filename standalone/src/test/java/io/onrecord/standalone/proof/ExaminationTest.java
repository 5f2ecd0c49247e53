package io.onrecord.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.document.DocumentJson;
import io.onrecord.event.Sha256;
import io.onrecord.index.writer.Fields;
import io.onrecord.index.writer.IndexGenerations;
import io.onrecord.index.writer.LiveIndex;
import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Settings;
import io.onrecord.topic.TopicNames;
import io.onrecord.topic.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages flow through brokers, two normalize instances and an index, every one a process of its own,
 * while they are killed, paused and cut off from each other at random. At the end each page
 * revision has exactly one committed document, in the order of its key, the index equals the topic
 * byte for byte, and there is no dead letter.
 */
final class ExaminationTest {
  private static final Logger LOG = LoggerFactory.getLogger(ExaminationTest.class);

  /** Ends a hang; the full form may be at work for hours on a machine that is busy. */
  private static final Duration LONG = Duration.ofHours(4);

  @TempDir Path folder;

  private final long seed = ThreadLocalRandom.current().nextLong();
  private final Random random = new Random(seed);
  private final List<String> faults = new ArrayList<>();

  @Test
  void fiveThousandPagesOneBrokerSixFaults() throws Exception {
    examine(5_000, 1, 6);
  }

  /** {@code -Donrecord.examination.pages=20000} for a shorter one. */
  @Test
  @Tag("proof")
  void aHundredThousandPagesThreeBrokersThirtyFaults() throws Exception {
    examine(Integer.getInteger("onrecord.examination.pages", 100_000), 3, 30);
  }

  private void examine(int pages, int brokers, int wanted) throws Exception {
    long begun = System.nanoTime();
    try (Cluster cluster = new Cluster(folder, brokers)) {
      cluster.parts().forEach(cluster::start);
      CoreSettings core =
          CoreSettings.from(
              Settings.defaults()
                  .with(
                      Map.of(
                          "kafka.bootstrap.servers",
                          cluster.bootstrapServers(),
                          "kafka.request.timeout.ms",
                          "5000",
                          "kafka.delivery.timeout.ms",
                          "10000", // a feeder that is stuck begins again soon
                          "topics.replication",
                          Integer.toString(brokers))));
      await().atMost(LONG).ignoreExceptions().until(() -> topics(core));
      Feeder feeder = new Feeder(core, pages);
      CompletableFuture<Void> feeding = CompletableFuture.runAsync(feeder::run);
      Revisions documents = new Revisions(core);
      while (faults.size() < wanted) {
        double share = (double) faults.size() / wanted; // so that each fault meets work in hand
        await().atMost(LONG).until(() -> feeder.sent() >= (int) (feeder.revisions() * share));
        feeder.allow(share + 1.0 / wanted);
        disturb(cluster);
        LOG.info(
            "{}; {} of {} revisions sent", faults.getLast(), feeder.sent(), feeder.revisions());
        assertThat(feeding.isCompletedExceptionally()).isFalse();
      }
      awaitEnd(cluster, feeder, documents, pages);
      feeding.join();
      verify(core, cluster, documents, pages, feeder.revisions());
      LOG.info(
          "examination seed={}: {} pages, {} revisions, {} brokers, {} faults in {} s; the feeder"
              + " began again {} times; {} documents, index equal, no dead letter",
          seed,
          pages,
          feeder.revisions(),
          brokers,
          faults.size(),
          TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun),
          feeder.failures(),
          pages);
    }
  }

  private static boolean topics(CoreSettings core) {
    try (Admin admin = KafkaClients.admin(core)) {
      Topics.ensure(admin, core.topics().all());
      return true;
    }
  }

  /** One fault, and its end: what was killed is started again, what was paused or cut goes on. */
  private void disturb(Cluster cluster) throws Exception {
    rest(200 + random.nextInt(1_500));
    List<String> parts = cluster.parts();
    List<String> cuttable = cluster.cuttable();
    int kind = random.nextInt(cuttable.isEmpty() ? 3 : 4);
    List<String> among =
        random.nextBoolean() ? parts : parts.stream().filter(p -> p.startsWith("b")).toList();
    String part = among.get(random.nextInt(among.size()));
    long millis;
    if (kind == 3) {
      millis = 1_000 + random.nextInt(9_000);
      boolean all = random.nextInt(3) == 0;
      part = all ? "every broker" : cuttable.get(random.nextInt(cuttable.size()));
      (all ? cuttable : List.of(part)).forEach(cluster::cut);
      rest(millis);
      cluster.mend();
    } else if (kind == 2) {
      millis = 500 + random.nextInt(7_500);
      cluster.pause(part);
      rest(millis);
      cluster.resume(part);
    } else {
      millis = 300 + random.nextInt(1_200);
      cluster.kill(part);
      rest(millis);
    }
    cluster.parts().forEach(cluster::start); // fenced instances end and come back, too
    String what = kind == 3 ? "cut off" : kind == 2 ? "SIGSTOP" : "SIGKILL";
    faults.add("fault %d: %s %s for %d ms".formatted(faults.size() + 1, what, part, millis));
  }

  private static void rest(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis)); // the fault's length, no wait
  }

  private static void awaitEnd(Cluster cluster, Feeder feeder, Revisions documents, int pages) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      await()
          .atMost(LONG)
          .pollInterval(Duration.ofMillis(500))
          .ignoreExceptionsMatching(e -> !(e instanceof AssertionError))
          .until(
              () -> {
                cluster.parts().forEach(cluster::start);
                JsonNode status = status(http, cluster);
                return feeder.sent() == feeder.revisions()
                    && status.path("documents").asInt() == pages
                    && status.path("lag").asLong() == 0
                    && documents.readOn() >= feeder.revisions();
              });
    }
  }

  private static JsonNode status(HttpClient http, Cluster cluster) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(cluster.index() + "/api/status"))
            .timeout(Duration.ofSeconds(20))
            .build();
    return JsonMapper.shared()
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  private static void verify(
      CoreSettings core, Cluster cluster, Revisions documents, int pages, int revisions)
      throws Exception {
    assertThat(documents.readOn()).as("committed documents").isEqualTo(revisions);
    assertThat(documents.hashes()).hasSize(pages);
    TopicNames names = core.topics().names();
    for (String topic : List.of(names.pages(), names.documents())) {
      List<String> letters = new ArrayList<>();
      try (TopicScan scan = TopicScan.committed(core)) {
        scan.readAll(TopicNames.deadLetters(topic), letter -> letters.add(letter.toString()));
      }
      assertThat(letters).isEmpty();
    }
    cluster.kill("index");
    Map<String, String> indexed = new TreeMap<>();
    try (LiveIndex index = LiveIndex.open(new IndexGenerations(cluster.indexDirectory()))) {
      index.search(
          searcher -> {
            var stored = searcher.storedFields();
            for (var hit : searcher.search(MatchAllDocsQuery.INSTANCE, pages + 1).scoreDocs) {
              var json = stored.document(hit.doc).getBinaryValue(Fields.JSON);
              byte[] bytes = Arrays.copyOfRange(json.bytes, json.offset, json.offset + json.length);
              indexed.put(DocumentJson.read(bytes).id(), Sha256.hex(bytes));
            }
            return searcher;
          });
    }
    assertThat(indexed).isEqualTo(documents.hashes());
  }
}
