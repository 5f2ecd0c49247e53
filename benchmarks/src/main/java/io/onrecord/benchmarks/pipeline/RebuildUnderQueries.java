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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * writer of the same fields and analysis, one thread, that is given documents read and parsed; that
 * once with the processors to itself and once beside the same queries.
 *
 * <p>Usage: {@code RebuildUnderQueries [documents]}; 200,000 unless told otherwise, {@code 5000}
 * for the short form. The documents are of pages with 2 to 9 questions and answers. Every fifth
 * query finds all documents, the others those of one title; what each has to find is asked before.
 * Up to 100,000 documents are rebuilt twice and the second time counts, since in the first the JVM
 * spends most of the time compiling.
 */
public final class RebuildUnderQueries {
  private static final int ORIGINALS = 400;
  private static final int CHUNK = 5_000;
  private static final int WARMED_UP = 100_000;
  private static final int PER_SECOND = 50;
  private static final int TITLES = 40;
  private static final int EVERYTHING_EACH = 5;

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
    Map<String, Integer> expected = expected();
    write(Math.min(CHUNK, documents), folder.resolve("warm"));
    double bare = write(documents, folder.resolve("bare"));
    double[] besideQueries = {0};
    Asked before =
        during(expected, () -> besideQueries[0] = write(documents, folder.resolve("beside")));
    if (documents <= WARMED_UP) {
      System.out.printf(Locale.ROOT, "to warm up: rebuild %.0f documents/s%n", rebuild());
    }
    double[] rebuilt = {0};
    Asked asked = during(expected, () -> rebuilt[0] = rebuild());
    JsonNode status = send("GET", "/api/index");
    System.out.printf(
        Locale.ROOT,
        "%d documents: rebuild %.0f documents/s; bare Lucene writer alone %.0f: %.2f, beside the queries %.0f: %.2f%n",
        documents,
        rebuilt[0],
        bare,
        rebuilt[0] / bare,
        besideQueries[0],
        rebuilt[0] / besideQueries[0]);
    System.out.printf(
        "%s, swap pause %d ms%n",
        status.path("state").asString(), status.path("pauseMillis").asLong());
    System.out.printf(
        "queries: %d asked, %d failed, %d not answered from the whole index%n",
        asked.latencies().length, asked.failed(), asked.half());
    Latencies.print("queries beside the bare writer", before.latencies());
    Latencies.print("queries while it was rebuilt", asked.latencies());
  }

  /** Documents a second. */
  private double rebuild() throws IOException {
    Processor processor = new Processor();
    long begun = System.nanoTime();
    send("POST", "/api/index/rebuild");
    JsonNode status = send("GET", "/api/index");
    while (status.path("state").asString().equals("running")) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      status = send("GET", "/api/index");
    }
    double rate = documents / seconds(begun);
    processor.print();
    return rate;
  }

  /** What each query finds in the whole index. */
  private Map<String, Integer> expected() throws IOException {
    Map<String, Integer> totals = new LinkedHashMap<>();
    for (int i = 0; i < TITLES; i++) {
      String query = i % EVERYTHING_EACH == 0 ? "talk&page=" + (i + 1) : "talk+" + i;
      totals.put(query, total(query));
    }
    return totals;
  }

  private int total(String query) throws IOException {
    return send("GET", "/api/search?size=3&q=" + query).path("total").asInt(-1);
  }

  private record Asked(double[] latencies, int failed, int half) {}

  private interface Work {
    void run() throws IOException;
  }

  private Asked during(Map<String, Integer> expected, Work work) throws IOException {
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Asked> asking = CompletableFuture.supplyAsync(() -> ask(expected, done));
    try {
      work.run();
    } finally {
      done.set(true);
    }
    return asking.join();
  }

  private Asked ask(Map<String, Integer> expected, AtomicBoolean done) {
    List<Double> latencies = new ArrayList<>();
    int failed = 0;
    int half = 0;
    long next = System.nanoTime();
    Iterator<Map.Entry<String, Integer>> queries = expected.entrySet().iterator();
    while (!done.get()) {
      next += TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
      LockSupport.parkNanos(next - System.nanoTime());
      queries = queries.hasNext() ? queries : expected.entrySet().iterator();
      Map.Entry<String, Integer> query = queries.next();
      long begun = System.nanoTime();
      try {
        int total = total(query.getKey());
        failed += total < 0 ? 1 : 0;
        half += total >= 0 && total != query.getValue() ? 1 : 0;
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
      PageFetched page = LiveSystem.shortPage(i);
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

  /** Documents a second of a writer that does nothing else; reading and parsing do not count. */
  private double write(int documents, Path folder) throws IOException {
    long nanos = 0;
    try (TopicScan scan = TopicScan.committed(system.core());
        LuceneIndex index = LuceneIndex.open(folder)) {
      String topic = system.core().topics().names().documents();
      var next = scan.beginnings(scan.partitions(topic));
      var ends = scan.ends(next.keySet());
      for (int written = 0; written < documents; ) {
        List<Change> changes = new ArrayList<>();
        int wanted = Math.min(CHUNK, documents - written);
        while (changes.size() < wanted) {
          next =
              scan.readSome(
                  next,
                  ends,
                  record -> {
                    changes.add(Changes.of(record));
                    return changes.size() < wanted;
                  });
        }
        long begun = System.nanoTime();
        for (Change change : changes) {
          index.load(change);
        }
        nanos += System.nanoTime() - begun;
        written += wanted;
      }
      long begun = System.nanoTime();
      index.commit(Positions.NONE);
      nanos += System.nanoTime() - begun;
    }
    return documents / (nanos / 1e9);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
