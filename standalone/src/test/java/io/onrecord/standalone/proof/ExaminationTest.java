package io.onrecord.standalone.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.document.DocumentJson;
import io.onrecord.document.Provenance;
import io.onrecord.event.PageFetched;
import io.onrecord.event.PageWire;
import io.onrecord.event.Traceparent;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pages flow through brokers, two normalize instances and an index, every one a process of its own,
 * while they are killed and paused at random. At the end each page revision has exactly one
 * committed document, in the order of its key, the index equals the topic byte for byte, and there
 * is no dead letter.
 */
final class ExaminationTest {
  private static final Logger LOG = LoggerFactory.getLogger(ExaminationTest.class);
  private static final Duration LONG = Duration.ofMinutes(10);

  @TempDir Path folder;

  private final long seed = ThreadLocalRandom.current().nextLong();
  private final Random random = new Random(seed);
  private final List<String> faults = new ArrayList<>();

  @Test
  @Tag("proof")
  void fiveThousandPagesOneBrokerSixFaults() throws Exception {
    examine(5_000, 1, 6);
  }

  @Test
  @Tag("proof")
  void aHundredThousandPagesThreeBrokersThirtyFaults() throws Exception {
    examine(100_000, 3, 30);
  }

  private void examine(int pages, int brokers, int wanted) throws Exception {
    try (Cluster cluster = new Cluster(folder, brokers)) {
      cluster.parts().stream().filter(p -> p.startsWith("broker")).forEach(cluster::start);
      CoreSettings core =
          CoreSettings.from(
              Settings.defaults()
                  .with(
                      Map.of(
                          "kafka.bootstrap.servers",
                          cluster.bootstrapServers(),
                          "kafka.max.block.ms",
                          "600000",
                          "kafka.delivery.timeout.ms",
                          "600000", // the feeder outwaits every fault
                          "topics.replication",
                          Integer.toString(brokers))));
      await().atMost(LONG).ignoreExceptions().until(() -> topics(core));
      cluster.parts().forEach(cluster::start);
      int revisions = feed(core, cluster, pages, wanted);
      LOG.info("examination seed={} {} pages, {} revisions, faults:", seed, pages, revisions);
      faults.forEach(fault -> LOG.info("  {}", fault));
      assertThat(faults).hasSize(wanted);
      verify(core, cluster, pages, revisions);
    }
  }

  private static boolean topics(CoreSettings core) {
    try (Admin admin = KafkaClients.admin(core)) {
      Topics.ensure(admin, core.topics().all());
      return true;
    }
  }

  /** Sends the pages, every tenth in two revisions, with the faults spread over them. */
  private int feed(CoreSettings core, Cluster cluster, int pages, int wanted) throws Exception {
    int revisions = 0;
    int every = pages / (wanted + 1);
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      for (int i = 0; i < pages; i++) {
        for (int revision = 0; revision < (i % 10 == 0 ? 2 : 1); revision++) {
          sent.add(producer.send(PageWire.write(core.topics().names().pages(), page(i, revision))));
          revisions++;
        }
        if (i % every == every - 1 && faults.size() < wanted) {
          disturb(cluster);
        }
      }
      producer.flush();
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    }
    return revisions;
  }

  /** One fault, and its end: what was killed is started again, what was paused goes on. */
  private void disturb(Cluster cluster) throws Exception {
    String part = cluster.parts().get(random.nextInt(cluster.parts().size()));
    boolean kill = random.nextInt(3) > 0;
    long millis = 500 + random.nextInt(kill ? 1_500 : 8_000);
    if (kill) {
      cluster.kill(part);
    } else {
      cluster.pause(part);
    }
    rest(millis);
    if (!kill) {
      cluster.resume(part);
    }
    cluster.parts().forEach(cluster::start);
    faults.add("%s %s for %d ms".formatted(kill ? "SIGKILL" : "SIGSTOP", part, millis));
    rest(1_000 + random.nextInt(2_000));
  }

  private static void rest(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis)); // the fault's length, no wait
  }

  private void verify(CoreSettings core, Cluster cluster, int pages, int revisions)
      throws Exception {
    TopicNames names = core.topics().names();
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      await()
          .atMost(LONG)
          .ignoreExceptions()
          .until(
              () -> {
                cluster.parts().forEach(cluster::start); // fenced instances end and come back
                var status =
                    JsonMapper.shared().readTree(get(http, cluster.index() + "/api/status"));
                records.clear();
                read(core, names.documents(), records);
                return records.size() >= revisions
                    && status.path("documents").asInt() == pages
                    && status.path("lag").asLong() == 0;
              });
      assertThat(records).hasSize(revisions);
      Map<String, Long> lastPage = new HashMap<>();
      Map<String, byte[]> lastDocument = new HashMap<>();
      for (ConsumerRecord<byte[], byte[]> record : records) {
        String id = new String(record.key(), UTF_8);
        Provenance place = DocumentJson.read(record.value()).provenance();
        long offset = place.offset().orElseThrow();
        assertThat(offset).as(id).isGreaterThan(lastPage.getOrDefault(id, -1L));
        lastPage.put(id, offset);
        lastDocument.put(id, record.value());
      }
      assertThat(lastDocument).hasSize(pages);
      for (var document : lastDocument.entrySet()) {
        assertThat(get(http, cluster.index() + "/api/documents/" + document.getKey()))
            .isEqualTo(document.getValue());
      }
    }
    for (String topic : List.of(names.pages(), names.documents())) {
      List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
      read(core, TopicNames.deadLetters(topic), letters);
      assertThat(letters).isEmpty();
    }
    LOG.info(
        "examination: {} revisions, {} documents, index equal, no dead letter", revisions, pages);
  }

  private static void read(
      CoreSettings core, String topic, List<ConsumerRecord<byte[], byte[]>> into) {
    try (TopicScan scan = TopicScan.committed(core)) {
      scan.readAll(topic, into::add);
    }
  }

  private static byte[] get(HttpClient http, String url) throws Exception {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(url).isEqualTo(200);
    return answer.body();
  }

  private static PageFetched page(int number, int revision) {
    String url = "https://example.org/" + number;
    String body =
        Pages.html(number).replace("</article>", "<p>Revision " + revision + ".</p></article>");
    return new PageFetched(
        url,
        "examination",
        Instant.parse("2026-01-02T03:04:05Z").plusSeconds(revision),
        Traceparent.start(),
        body.getBytes(UTF_8),
        Optional.of("text/html"),
        Optional.empty(),
        url,
        200,
        Optional.empty(),
        Optional.empty());
  }
}
