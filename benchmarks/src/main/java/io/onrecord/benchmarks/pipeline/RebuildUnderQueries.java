package io.onrecord.benchmarks.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.document.Document;
import io.onrecord.document.DocumentJson;
import io.onrecord.event.DocumentId;
import io.onrecord.event.PageFetched;
import io.onrecord.index.follow.Changes;
import io.onrecord.index.writer.Change;
import io.onrecord.index.writer.LuceneIndex;
import io.onrecord.index.writer.Positions;
import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.TopicScan;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.RawPage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A rebuild of the index while 50 queries a second run: how many failed, how many were answered
 * from less than the whole index, how long the swap took, and how fast it was against a bare Lucene
 * writer that is given the same documents, read and parsed.
 *
 * <p>Usage: {@code RebuildUnderQueries [documents]}; 200,000 unless told otherwise, {@code 5000}
 * for the short form.
 */
public final class RebuildUnderQueries {
  private static final int ORIGINALS = 400;
  private static final int BARE = 10_000;
  private static final int PER_SECOND = 50;

  private final LiveSystem system;
  private final int documents;
  private final HttpClient http = HttpClient.newHttpClient();

  private RebuildUnderQueries(LiveSystem system, int documents) {
    this.system = system;
    this.documents = documents;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    int documents = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
    Path folder = Files.createTempDirectory("onrecord-rebuild");
    try (LiveSystem system = new LiveSystem(folder)) {
      new RebuildUnderQueries(system, documents).run(folder);
    }
  }

  private void run(Path folder) throws Exception {
    publish();
    while (system.index().documents() < documents) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
    bare(folder.resolve("warm"));
    double bare = bare(folder.resolve("bare"));
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Asked> asking = CompletableFuture.supplyAsync(() -> ask(done));
    long begun = System.nanoTime();
    send("POST", "/api/index/rebuild");
    JsonNode status = send("GET", "/api/index");
    while (status.path("state").asString().equals("running")) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      status = send("GET", "/api/index");
    }
    double rebuilt = documents / seconds(begun);
    done.set(true);
    Asked asked = asking.join();
    System.out.printf(
        Locale.ROOT,
        "%d documents: rebuild %.0f documents/s, bare Lucene writer %.0f: %.2f%n%s, swap pause %d ms%n",
        documents,
        rebuilt,
        bare,
        rebuilt / bare,
        status.path("state").asString(),
        status.path("pauseMillis").asLong());
    System.out.printf(
        "queries: %d asked, %d failed, %d from less than the whole index%n",
        asked.latencies().length, asked.failed(), asked.half());
    Latencies.print("queries while it was rebuilt", asked.latencies());
  }

  private record Asked(double[] latencies, int failed, int half) {}

  private Asked ask(AtomicBoolean done) {
    List<Double> latencies = new ArrayList<>();
    int failed = 0;
    int half = 0;
    long next = System.nanoTime();
    while (!done.get()) {
      next += TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
      LockSupport.parkNanos(next - System.nanoTime());
      long begun = System.nanoTime();
      try {
        int total = send("GET", "/api/search?q=talk&size=3").path("total").asInt(-1);
        failed += total < 0 ? 1 : 0;
        half += total >= 0 && total < documents ? 1 : 0;
      } catch (IOException e) {
        failed++;
      }
      latencies.add((System.nanoTime() - begun) / 1e6);
    }
    return new Asked(latencies.stream().mapToDouble(Double::doubleValue).toArray(), failed, half);
  }

  private JsonNode send(String method, String path) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + system.index().port() + path);
    try {
      return JsonMapper.shared()
          .readTree(
              http.send(
                      HttpRequest.newBuilder(uri)
                          .method(method, HttpRequest.BodyPublishers.noBody())
                          .build(),
                      HttpResponse.BodyHandlers.ofByteArray())
                  .body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Documents made of a few hundred pages, each many times under other ids. */
  private void publish() {
    Normalizer normalizer = new Normalizer();
    List<Document> originals = new ArrayList<>();
    for (int i = 0; i < Math.min(ORIGINALS, documents); i++) {
      PageFetched page = LiveSystem.page(i);
      originals.add(
          normalizer.normalize(
              RawPage.of(page.url(), page.contentType(), page.time(), page.body())));
    }
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(system.core())) {
      for (int i = 0; i < documents; i++) {
        Document original = originals.get(i % originals.size());
        String id = DocumentId.of("copy:" + i);
        String json = new String(DocumentJson.write(original), UTF_8).replace(original.id(), id);
        producer.send(
            new ProducerRecord<>(
                system.core().topics().names().documents(),
                id.getBytes(UTF_8),
                json.getBytes(UTF_8)));
      }
    }
  }

  /** Documents a second of a writer that does nothing else. */
  private double bare(Path folder) throws IOException {
    List<Change> changes = new ArrayList<>();
    try (TopicScan scan = TopicScan.committed(system.core())) {
      scan.readAll(
          system.core().topics().names().documents(),
          record -> {
            if (changes.size() < BARE) {
              changes.add(Changes.of(record));
            }
          });
    }
    long begun = System.nanoTime();
    try (LuceneIndex index = LuceneIndex.open(folder)) {
      for (Change change : changes) {
        index.load(change);
      }
      index.commit(Positions.NONE);
    }
    return changes.size() / seconds(begun);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
