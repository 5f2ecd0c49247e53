package io.onrecord.benchmarks.pipeline;

import io.onrecord.event.DocumentId;
import io.onrecord.event.PageFetched;
import io.onrecord.event.PageWire;
import io.onrecord.event.Traceparent;
import io.onrecord.index.IndexService;
import io.onrecord.loop.KafkaClients;
import io.onrecord.normalize.service.NormalizeService;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Settings;
import io.onrecord.standalone.EmbeddedKafka;
import io.onrecord.topic.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;

/** Broker, normalize and index in this JVM, with the settings of the embedded default. */
final class LiveSystem implements AutoCloseable {
  private static final int FIRST_LIVE = 10_000_000;
  private static final long LOOK_EVERY_MS = 5;

  static {
    System.setProperty("logback.configurationFile", "io/onrecord/standalone/logback.xml");
  }

  private final EmbeddedKafka kafka;
  private final NormalizeService normalize;
  private final IndexService index;
  private final CoreSettings core;
  private final Queue<Awaited> waiting = new ConcurrentLinkedQueue<>();
  private int next = FIRST_LIVE;
  private volatile boolean closed;

  LiveSystem(Path folder) throws IOException {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    Settings settings =
        Settings.defaults()
            .with(
                Map.of(
                    "kafka.bootstrap.servers", kafka.bootstrapServers(),
                    "topics.partitions", "3",
                    "normalize.port", "0",
                    "index.port", "0",
                    "index.directory", folder.resolve("index").toString()));
    core = CoreSettings.from(settings);
    try (Admin admin = KafkaClients.admin(core)) {
      Topics.ensure(admin, core.topics().all());
    }
    index = IndexService.start(settings, LiveSystem::ended);
    normalize = NormalizeService.start(settings, LiveSystem::ended);
    Thread.ofPlatform().name("watch").daemon().start(this::watch);
  }

  private static void ended(Throwable cause) {
    System.out.println("a service ended: " + cause);
  }

  CoreSettings core() {
    return core;
  }

  IndexService index() {
    return index;
  }

  /** Takes pages in and returns when all can be found. */
  void load(int from, int to) throws IOException {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      for (int i = from; i < to; i++) {
        producer.send(PageWire.write(core.topics().names().pages(), page(i)));
      }
    }
    for (int i = from; i < to; i++) {
      while (!index.contains(page(i).id())) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
  }

  /** Milliseconds from fetch to searchable of pages that come one after the other. */
  double[] single(int pages) {
    double[] millis = new double[pages];
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      for (int i = 0; i < pages; i++) {
        millis[i] = send(producer).join();
      }
    }
    return millis;
  }

  /** The same at a steady rate, whatever is under way. */
  double[] paced(int perSecond, int seconds) {
    List<CompletableFuture<Double>> pages = new ArrayList<>();
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      long begun = System.nanoTime();
      for (int i = 0; i < perSecond * seconds; i++) {
        long at = begun + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
        LockSupport.parkNanos(at - System.nanoTime());
        pages.add(send(producer));
      }
      return pages.stream().mapToDouble(CompletableFuture::join).toArray();
    }
  }

  private CompletableFuture<Double> send(Producer<byte[], byte[]> producer) {
    PageFetched page = page(next++);
    long fetched = System.nanoTime();
    producer.send(PageWire.write(core.topics().names().pages(), page));
    Awaited awaited = new Awaited(page.id(), fetched, new CompletableFuture<>());
    waiting.add(awaited);
    return awaited.millis();
  }

  /** A page on its way. */
  private record Awaited(String id, long fetched, CompletableFuture<Double> millis) {}

  /** Looks every few milliseconds whether the index has moved, and then who has arrived. */
  private void watch() {
    int before = -1;
    try {
      while (!closed) {
        int documents = index.documents();
        if (documents != before) {
          before = documents;
          for (Awaited awaited : waiting) {
            if (index.contains(awaited.id())) {
              waiting.remove(awaited);
              awaited.millis().complete((System.nanoTime() - awaited.fetched()) / 1e6);
            }
          }
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS));
      }
    } catch (IOException e) {
      waiting.forEach(awaited -> awaited.millis().completeExceptionally(e));
    }
  }

  static PageFetched page(int number) {
    String url = "https://example.org/talks/" + DocumentId.of("" + number);
    return new PageFetched(
        url,
        "benchmark",
        Instant.parse("2026-01-01T00:00:00Z"),
        Traceparent.start(),
        MadePages.page(number),
        Optional.of("text/html"),
        Optional.empty(),
        url,
        200,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public void close() throws IOException {
    closed = true;
    normalize.close();
    index.close();
    kafka.close();
  }
}
