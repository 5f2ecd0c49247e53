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
import java.util.function.IntFunction;
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
  void load(int pages, IntFunction<PageFetched> page) throws IOException {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      for (int i = 0; i < pages; i++) {
        producer.send(PageWire.write(core.topics().names().pages(), page.apply(i)));
      }
    }
    for (int i = 0; i < pages; i++) {
      while (!index.contains(DocumentId.of(url(i)))) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
    }
  }

  /** A page, when it was fetched and when it could be found; nanoseconds of one clock. */
  record Seen(String id, long fetched, long searchable) {
    double millis() {
      return (searchable - fetched) / 1e6;
    }
  }

  /** Pages that come one after the other, each when the one before can be found. */
  List<Seen> single(int pages) {
    List<Seen> seen = new ArrayList<>();
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      for (int i = 0; i < pages; i++) {
        seen.add(send(producer).join());
      }
    }
    return seen;
  }

  /** The same at a steady rate, whatever is under way. */
  List<Seen> paced(int perSecond, int seconds) {
    List<CompletableFuture<Seen>> pages = new ArrayList<>();
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      long begun = System.nanoTime();
      for (int i = 0; i < perSecond * seconds; i++) {
        long at = begun + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
        LockSupport.parkNanos(at - System.nanoTime());
        pages.add(send(producer));
      }
      return pages.stream().map(CompletableFuture::join).toList();
    }
  }

  private CompletableFuture<Seen> send(Producer<byte[], byte[]> producer) {
    PageFetched page = page(next++);
    long fetched = System.nanoTime();
    producer.send(PageWire.write(core.topics().names().pages(), page));
    Awaited awaited = new Awaited(page.id(), fetched, new CompletableFuture<>());
    waiting.add(awaited);
    return awaited.seen();
  }

  /** A page on its way. */
  private record Awaited(String id, long fetched, CompletableFuture<Seen> seen) {}

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
              awaited.seen().complete(new Seen(awaited.id(), awaited.fetched(), System.nanoTime()));
            }
          }
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_EVERY_MS));
      }
    } catch (IOException e) {
      waiting.forEach(awaited -> awaited.seen().completeExceptionally(e));
    }
  }

  /** A page of 5 to 25 KB. */
  static PageFetched page(int number) {
    return page(number, MadePages.page(number));
  }

  /** A page of 2 to 9 questions and answers, for measurements of very many. */
  static PageFetched shortPage(int number) {
    return page(number, MadePages.shortPage(number));
  }

  private static PageFetched page(int number, byte[] body) {
    return new PageFetched(
        url(number),
        "benchmark",
        Instant.parse("2026-01-01T00:00:00Z"),
        Traceparent.start(),
        body,
        Optional.of("text/html"),
        Optional.empty(),
        url(number),
        200,
        Optional.empty(),
        Optional.empty());
  }

  private static String url(int number) {
    return "https://example.org/talks/" + DocumentId.of("" + number);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    normalize.close();
    index.close();
    kafka.close();
  }
}
