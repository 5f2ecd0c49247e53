package io.onrecord.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.onrecord.document.DocumentJson;
import io.onrecord.event.PageFetched;
import io.onrecord.event.PageWire;
import io.onrecord.event.Sha256;
import io.onrecord.event.Traceparent;
import io.onrecord.loop.KafkaClients;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Settings;
import io.onrecord.testkit.Broker;
import io.onrecord.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/** An index service's surroundings in a test: topics of its own on a real broker, and a client. */
public final class IndexWorld {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Settings settings;
  private final CoreSettings core;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Throwable> fatal = new CopyOnWriteArrayList<>();

  public IndexWorld(Path directory) {
    this(Broker.shared(), directory);
  }

  public IndexWorld(Broker broker, Path directory) {
    settings =
        Settings.defaults()
            .with(
                Map.of(
                    "kafka.fetch.max.wait.ms",
                    "50", // a client that closes waits for its last fetch
                    "kafka.bootstrap.servers",
                    broker.bootstrapServers(),
                    "topics.prefix",
                    "index-" + UUID.randomUUID().toString().substring(0, 8),
                    "topics.partitions",
                    "3",
                    "index.port",
                    "0",
                    "index.directory",
                    directory.toString()));
    core = CoreSettings.from(settings);
    try (Admin admin = KafkaClients.admin(core)) {
      Topics.ensure(admin, core.topics().all());
    }
  }

  public IndexService start() throws IOException {
    return IndexService.start(settings, fatal::add);
  }

  /** The same with some settings changed. */
  public IndexService start(Map<String, String> changes) throws IOException {
    return IndexService.start(settings.with(changes), fatal::add);
  }

  public List<Throwable> fatal() {
    return fatal;
  }

  public CoreSettings core() {
    return core;
  }

  public String documentsTopic() {
    return core.topics().names().documents();
  }

  public String pagesTopic() {
    return core.topics().names().pages();
  }

  public void publish(SampleDocument... documents) throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (SampleDocument document : documents) {
      records.add(record(document.id(), DocumentJson.write(document.build())));
    }
    send(records);
  }

  public void unpublish(SampleDocument document) throws Exception {
    send(List.of(new ProducerRecord<>(documentsTopic(), document.id().getBytes(UTF_8), null)));
  }

  public ProducerRecord<byte[], byte[]> record(String key, byte[] value) {
    return new ProducerRecord<>(documentsTopic(), key.getBytes(UTF_8), value);
  }

  /** In one transaction, as the services do. */
  public List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    try (Producer<byte[], byte[]> producer =
        KafkaClients.transactionalProducer(core, "test-" + UUID.randomUUID())) {
      producer.initTransactions();
      producer.beginTransaction();
      var sent = records.stream().map(producer::send).toList();
      producer.commitTransaction();
      List<RecordMetadata> places = new ArrayList<>();
      for (var future : sent) {
        places.add(future.get());
      }
      return places;
    }
  }

  /** Puts a raw page into the pages topic and gives the document its provenance. */
  public SampleDocument page(SampleDocument document, String url, byte[] body, String charset)
      throws Exception {
    PageFetched page =
        new PageFetched(
            url,
            "test",
            Instant.parse("2024-05-01T10:00:00Z"),
            Traceparent.start(),
            body,
            Optional.of("text/html"),
            Optional.empty(),
            url,
            200,
            Optional.empty(),
            Optional.empty());
    RecordMetadata place = send(List.of(PageWire.write(pagesTopic(), page))).getFirst();
    return document.from(
        pagesTopic(), place.partition(), place.offset(), Sha256.labelled(body), charset);
  }

  /** All records of a topic. */
  public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    try (Consumer<byte[], byte[]> consumer = KafkaClients.consumer(core, 500)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      }
      return records;
    }
  }

  public void awaitIndexed(IndexService service, SampleDocument... documents) {
    for (SampleDocument document : documents) {
      await().atMost(SOON).until(() -> service.contains(document.id()));
    }
  }

  /** Until everything that is in the topic now is in the index. */
  public void awaitCaughtUp(IndexService service) {
    await()
        .atMost(SOON)
        .until(() -> get(service, "/readyz").statusCode() == 200 && service.progress().lag() == 0);
  }

  public HttpResponse<String> get(IndexService service, String path, String... headers)
      throws IOException, InterruptedException {
    return http.send(request(service, path, headers).build(), HttpResponse.BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> bytes(IndexService service, String path)
      throws IOException, InterruptedException {
    return http.send(request(service, path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  public HttpResponse<String> send(IndexService service, String method, String path)
      throws IOException, InterruptedException {
    return http.send(
        request(service, path).method(method, HttpRequest.BodyPublishers.noBody()).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(IndexService service, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
            .timeout(SOON);
    return headers.length == 0 ? request : request.headers(headers);
  }
}
