package io.onrecord.benchmarks.pipeline;

import io.onrecord.event.DocumentId;
import io.onrecord.loop.KafkaClients;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.RawPage;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Settings;
import io.onrecord.standalone.Ports;
import io.onrecord.standalone.Standalone;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How many pages a second go through everything, from disk to searchable, on the embedded default;
 * beside the bare rates of the same run: producing the same bytes to the same broker, and the
 * normalizer alone on all cores.
 *
 * <p>Usage: {@code PipelineThroughput [pages]}; 2,000 unless told otherwise.
 */
public final class PipelineThroughput {
  private static final int WARM_UP = 600;
  private static final String SCRATCH = "benchmark.scratch";

  private PipelineThroughput() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    int pages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
    Path folder = Files.createTempDirectory("onrecord-benchmark");
    List<byte[]> warm = MadePages.write(folder.resolve("warm"), 1_000_000, 1_000_000 + WARM_UP);
    List<byte[]> bodies = MadePages.write(folder.resolve("pages"), 0, pages);
    long bytes = bodies.stream().mapToLong(b -> b.length).sum();
    System.out.printf(
        Locale.ROOT,
        "%d pages, %.1f MB, %d cores, Java %s%n",
        pages,
        bytes / 1e6,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version());
    try (Standalone system = Standalone.start(folder.resolve("data"), Ports.FREE, Map.of())) {
      CoreSettings core = CoreSettings.from(Settings.defaults()).at(system.addresses().kafka());
      createScratch(core);
      normalize(warm);
      produce(core, warm);
      whole(system, folder.resolve("warm"), WARM_UP);

      double produced = pages / produce(core, bodies);
      double normalized = pages / normalize(bodies);
      double through = pages / whole(system, folder.resolve("pages"), WARM_UP + pages);
      row("produce the same bytes, same broker (baseline)", produced, through);
      row("Normalizer alone, all cores (baseline)", normalized, through);
      row("disk to searchable, whole path", through, through);
    }
  }

  private static void row(String what, double rate, double whole) {
    System.out.printf(
        Locale.ROOT, "%-50s %8.0f pages/s   whole path / this: %.2f%n", what, rate, whole / rate);
  }

  private static void createScratch(CoreSettings core)
      throws ExecutionException, InterruptedException {
    try (Admin admin = KafkaClients.admin(core)) {
      admin.createTopics(List.of(new NewTopic(SCRATCH, 6, (short) 1))).all().get();
    }
  }

  private static double produce(CoreSettings core, List<byte[]> bodies) {
    long begun = System.nanoTime();
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      for (int i = 0; i < bodies.size(); i++) {
        byte[] key = DocumentId.of("benchmark:" + i).getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(SCRATCH, key, bodies.get(i)));
      }
      producer.flush();
    }
    return seconds(begun);
  }

  private static double normalize(List<byte[]> bodies)
      throws ExecutionException, InterruptedException {
    Normalizer normalizer = new Normalizer();
    Instant fetched = Instant.parse("2026-01-01T00:00:00Z");
    long begun = System.nanoTime();
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<? extends Future<?>> all =
          IntStream.range(0, bodies.size())
              .mapToObj(
                  i ->
                      threads.submit(
                          () ->
                              normalizer.normalize(
                                  RawPage.of(
                                      "https://example.org/" + i,
                                      Optional.of("text/html"),
                                      fetched,
                                      bodies.get(i)))))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
    return seconds(begun);
  }

  private static double whole(Standalone system, Path folder, int documents)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    system.ingest().ingest(List.of(folder.toString()), result -> {});
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest status =
          HttpRequest.newBuilder(URI.create(system.addresses().search() + "/api/status")).build();
      String wanted = "\"documents\":" + documents;
      while (!client
          .send(status, HttpResponse.BodyHandlers.ofString())
          .body()
          .replace(" ", "")
          .contains(wanted)) {
        LockSupport.parkNanos(5_000_000);
      }
    }
    return seconds(begun);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
