package io.onrecord.ingest;

import io.onrecord.event.PageEvent;
import io.onrecord.event.PageFetched;
import io.onrecord.event.PageWire;
import io.onrecord.loop.KafkaClients;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Settings;
import io.onrecord.testkit.Broker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/** Topics of their own on a real broker, services over them, and what came out. */
public final class IngestWorld implements AutoCloseable {
  static {
    // Read once by the JDK's client, when the first test uses it: some send what a browser would.
    System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host,origin");
  }

  private final Map<String, String> base = new HashMap<>();
  private final List<IngestService> services = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  /** What ended by itself. */
  public final List<Throwable> fatal = new CopyOnWriteArrayList<>();

  /** A world on the broker that all tests share. */
  public IngestWorld() {
    this(Broker.shared());
  }

  /** A world on a broker of its own. */
  public IngestWorld(Broker broker) {
    base.put("kafka.bootstrap.servers", broker.bootstrapServers());
    base.put("kafka.fetch.max.wait.ms", "50"); // a client that closes waits for its last fetch
    base.put("topics.prefix", "ingest-" + UUID.randomUUID().toString().substring(0, 8));
    base.put("topics.partitions", "3");
    base.put("topics.replication", "1");
    base.put("topics.max-page-bytes", "100000");
    base.put("instance.name", "one");
    base.put("ingest.port", "0");
    base.put("ingest.connect-timeout", "5s");
    base.put("ingest.first-byte-timeout", "2s");
    base.put("ingest.total-timeout", "6s");
    base.put("ingest.delay", "0s");
    base.put("ingest.poll-least", "100ms");
    base.put("ingest.poll-first", "150ms");
    base.put("ingest.poll-most", "1s");
    base.put("ingest.revisit-least", "300ms");
    base.put("ingest.revisit-first", "300ms");
    base.put("ingest.revisit-most", "1s");
    base.put("ingest.gone-after", "1s");
  }

  /** Changes a setting of the services that start from now on. */
  public IngestWorld with(String key, String value) {
    base.put(key, value);
    return this;
  }

  /** What the services are told. */
  public Map<String, String> settings() {
    return Map.copyOf(base);
  }

  /** Starts a service. */
  public IngestService start() throws IOException {
    IngestService service = IngestService.start(Settings.defaults().with(base), fatal::add);
    services.add(service);
    return service;
  }

  /** Starts a service with names and a clock of the test's own. */
  public IngestService start(DnsResolver dns, Clock clock) throws IOException {
    IngestService service =
        IngestService.start(Settings.defaults().with(base), dns, clock, fatal::add);
    services.add(service);
    return service;
  }

  /** Ingests and forgets the progress. */
  public static List<IngestResult> ingest(IngestService service, String... inputs) {
    return service.ingest(List.of(inputs), result -> {});
  }

  /** Every committed page, in the order of the partitions. */
  public List<PageFetched> pages() {
    List<PageFetched> pages = new ArrayList<>();
    for (PageEvent event : events()) {
      if (event instanceof PageFetched page) {
        pages.add(page);
      }
    }
    return pages;
  }

  /** Every committed event, in the order of the partitions. */
  public List<PageEvent> events() {
    CoreSettings core = core();
    List<PageEvent> events = new ArrayList<>();
    try (var consumer = KafkaClients.consumer(core, 1000)) {
      String topic = core.topics().names().pages();
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      BooleanSupplier atEnd =
          () ->
              ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
      while (!atEnd.getAsBoolean()) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> events.add(PageWire.read(record)));
      }
    }
    return events;
  }

  /** What the services are told in common. */
  public CoreSettings core() {
    return CoreSettings.from(Settings.defaults().with(base));
  }

  /** Sends a request to the API. */
  public HttpResponse<String> send(IngestService to, String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + to.port() + path);
    return client.send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Waits until a service is ready. */
  public void awaitReady(IngestService service) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .failFast("a part of the service ended", () -> !fatal.isEmpty())
        .until(() -> send(service, "/readyz", HttpRequest.newBuilder()).statusCode() == 200);
  }

  @Override
  public void close() {
    services.forEach(IngestService::close);
    client.close();
  }
}
