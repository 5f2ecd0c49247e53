package io.onrecord.normalize.service.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.document.Document;
import io.onrecord.document.DocumentJson;
import io.onrecord.event.DocumentId;
import io.onrecord.event.PageEvent;
import io.onrecord.event.PageFetched;
import io.onrecord.event.PageGone;
import io.onrecord.event.PageWire;
import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.TopicScan;
import io.onrecord.normalize.service.NormalizeService;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Settings;
import io.onrecord.testkit.Broker;
import io.onrecord.topic.TopicNames;
import io.onrecord.topic.Topics;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Pages in topics of their own on a real broker, a live normalize service, and older documents. */
final class ReplayWorld {
  static final Replay.Pace FAST = new Replay.Pace(2, 0);
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  final Settings settings;
  final CoreSettings core;
  final TopicNames names;
  final List<Throwable> fatal = new CopyOnWriteArrayList<>();

  ReplayWorld() {
    settings =
        Settings.defaults()
            .with(
                Map.of(
                    "kafka.fetch.max.wait.ms",
                    "50", // a client that closes waits for its last fetch
                    "kafka.bootstrap.servers",
                    Broker.shared().bootstrapServers(),
                    "topics.prefix",
                    "replay-" + UUID.randomUUID().toString().substring(0, 8),
                    "topics.partitions",
                    "3",
                    "normalize.port",
                    "0"));
    core = CoreSettings.from(settings);
    names = core.topics().names();
    try (Admin admin = KafkaClients.admin(core)) {
      Topics.ensure(admin, core.topics().all());
    }
  }

  /** A live service. */
  NormalizeService live() throws IOException {
    return NormalizeService.start(settings, fatal::add);
  }

  static String url(int number) {
    return "https://%s.example.org/talks/%d".formatted(number % 2 == 0 ? "even" : "odd", number);
  }

  static String id(int number) {
    return DocumentId.of(url(number));
  }

  static PageFetched page(int number, String wording) {
    return page(number, wording, TIME.plusSeconds(number));
  }

  static PageFetched page(int number, String wording, Instant time) {
    String body =
        """
        <html lang="en"><head><title>Talk %1$d</title></head><body><article><h1>Talk %1$d</h1>
        <p><b>Host:</b> What did the lighthouse number %1$d teach you in all those years?</p>
        <p><b>Guest:</b> That a lamp is only as good as the person who climbs the stairs. %2$s</p>
        <p><b>Host:</b> And the storms that everybody on the coast still talks about today?</p>
        <p><b>Guest:</b> They come in threes, and after the third one you sleep for a whole day.</p>
        </article></body></html>
        """
            .formatted(number, wording);
    return new PageFetched(
        url(number),
        number % 3 == 0 ? "third" : "other",
        time,
        TRACE,
        body.getBytes(UTF_8),
        Optional.of("text/html"),
        Optional.empty(),
        url(number),
        200,
        Optional.empty(),
        Optional.empty());
  }

  static PageGone gone(int number) {
    return new PageGone(url(number), "other", TIME.plusSeconds(9_000), TRACE, 410);
  }

  void see(PageEvent... pages) throws Exception {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    for (PageEvent page : pages) {
      records.add(PageWire.write(names.pages(), page));
    }
    send(records);
  }

  /** One page, fetched and sent at the time that a clock says, whatever it says. */
  void see(int number, String wording, InstantSource clock) throws Exception {
    Instant now = clock.instant();
    ProducerRecord<byte[], byte[]> record =
        PageWire.write(names.pages(), page(number, wording, now));
    send(
        List.of(
            new ProducerRecord<>(
                record.topic(),
                null,
                now.toEpochMilli(),
                record.key(),
                record.value(),
                record.headers())));
  }

  void see(int from, int to) throws Exception {
    List<PageEvent> pages = new ArrayList<>();
    for (int i = from; i < to; i++) {
      pages.add(page(i, "So it was."));
    }
    see(pages.toArray(PageEvent[]::new));
  }

  void send(List<ProducerRecord<byte[], byte[]>> records) throws Exception {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      for (var sent : records.stream().map(producer::send).toList()) {
        sent.get();
      }
    }
  }

  /** Rewrites the live document, as if an older normalizer had read its page. */
  void wasRead(int number, UnaryOperator<Document> otherwise) throws Exception {
    ConsumerRecord<byte[], byte[]> is = latest(names.documents()).get(id(number));
    Document document = otherwise.apply(DocumentJson.read(is.value()));
    send(
        List.of(
            new ProducerRecord<>(
                names.documents(), null, is.key(), DocumentJson.write(document), is.headers())));
  }

  /** The last record under each key. */
  Map<String, ConsumerRecord<byte[], byte[]>> latest(String topic) {
    Map<String, ConsumerRecord<byte[], byte[]>> latest = new TreeMap<>();
    read(topic).forEach(record -> latest.put(new String(record.key(), UTF_8), record));
    return latest;
  }

  List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (TopicScan scan = TopicScan.committed(core)) {
      scan.readAll(topic, records::add);
    }
    return records;
  }

  Document document(int number) {
    return DocumentJson.read(latest(names.documents()).get(id(number)).value());
  }
}
