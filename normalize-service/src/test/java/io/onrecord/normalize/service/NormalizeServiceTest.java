package io.onrecord.normalize.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.document.Document;
import io.onrecord.document.Person;
import io.onrecord.event.DocumentWire;
import io.onrecord.event.PageEvent;
import io.onrecord.event.PageFetched;
import io.onrecord.event.PageGone;
import io.onrecord.event.PageWire;
import io.onrecord.event.Sha256;
import io.onrecord.event.Traceparent;
import io.onrecord.loop.KafkaClients;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Settings;
import io.onrecord.testkit.Broker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class NormalizeServiceTest {
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final String PAGE =
      """
      <html lang="en"><head><title>A gardener speaks</title></head><body><article>
      <h1>A gardener speaks</h1>
      <p>We met the gardener in her greenhouse on a cold morning, and she talked for an hour about soil.</p>
      <p>She said that patience, more than any tool, is what makes a garden worth visiting in spring.</p>
      </article></body></html>
      """;

  private final String prefix = "normalize-" + UUID.randomUUID().toString().substring(0, 8);
  private final Settings settings =
      Settings.defaults()
          .with(
              Map.of(
                  "kafka.fetch.max.wait.ms",
                  "50", // a client that closes waits for its last fetch
                  "kafka.bootstrap.servers",
                  Broker.shared().bootstrapServers(),
                  "topics.prefix",
                  prefix,
                  "normalize.port",
                  "0",
                  "instance.name",
                  "test"));
  private final CoreSettings core = CoreSettings.from(settings);

  @Test
  void pagesBecomeDocumentsGonePagesTombstonesAndTheRestDeadLetters() throws Exception {
    List<Throwable> fatal = new ArrayList<>();
    try (NormalizeService service = NormalizeService.start(settings, fatal::add)) {
      PageFetched page = page("https://example.org/a");
      send(PageWire.write(core.topics().names().pages(), page));
      send(PageWire.write(core.topics().names().pages(), gone("https://example.org/b")));
      send(
          new ProducerRecord<>(
              core.topics().names().pages(), "x".getBytes(UTF_8), "foreign".getBytes(UTF_8)));
      String documents = core.topics().names().documents();
      await().atMost(SOON).until(() -> read(documents).size() == 2);
      await().atMost(SOON).until(() -> read(core.topics().names().pages() + ".dlq").size() == 1);

      Map<String, Optional<Document>> found =
          read(documents).stream().collect(Collectors.toMap(DocumentWire::id, DocumentWire::read));
      assertThat(found.get(gone("https://example.org/b").id())).isEmpty();
      Document document = found.get(page.id()).orElseThrow();
      assertThat(document.text()).contains("cold morning", "patience");
      assertThat(document.rights()).containsExactly("robots: noai");
      assertThat(document.persons()).isEqualTo(page.persons());
      assertThat(document.interview().interviewees()).containsExactly("Bea Guest");
      assertThat(document.provenance().body()).isEqualTo(Sha256.labelled(page.body()));
      assertThat(document.provenance().topic()).contains(core.topics().names().pages());
      ConsumerRecord<byte[], byte[]> record =
          read(documents).stream().filter(r -> r.value() != null).findFirst().orElseThrow();
      assertThat(new String(record.headers().lastHeader("traceparent").value(), UTF_8))
          .isEqualTo(page.traceparent());

      ConsumerRecord<byte[], byte[]> letter =
          read(core.topics().names().pages() + ".dlq").getFirst();
      assertThat(letter.value()).isEqualTo("foreign".getBytes(UTF_8));
      assertThat(new String(letter.headers().lastHeader("__connect.errors.stage").value(), UTF_8))
          .isEqualTo("read-event");
      assertThat(fatal).isEmpty();
    }
  }

  @Test
  void itTellsHowItIs() throws Exception {
    try (NormalizeService service = NormalizeService.start(settings, e -> {})) {
      assertThat(get(service, "/livez").statusCode()).isEqualTo(200);
      await().atMost(SOON).until(() -> get(service, "/readyz").statusCode() == 200);
      assertThat(get(service, "/metrics").body())
          .contains("onrecord_loop_records_consumed_total{service=\"normalize\"}");
    }
  }

  private static HttpResponse<String> get(NormalizeService service, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static PageFetched page(String url) {
    return new PageFetched(
        url,
        "test",
        Instant.parse("2026-01-02T03:04:05Z"),
        Traceparent.start(),
        PAGE.getBytes(UTF_8),
        Optional.of("text/html; charset=utf-8"),
        Optional.empty(),
        url,
        200,
        Optional.empty(),
        Optional.empty(),
        List.of("robots: noai"),
        List.of(
            new Person("Bea Guest", "guest", "cast", Optional.empty(), Optional.empty()),
            new Person("Cy Cutter", "editor", "audio", Optional.empty(), Optional.empty())));
  }

  private static PageEvent gone(String url) {
    return new PageGone(
        url, "test", Instant.parse("2026-01-02T03:04:05Z"), Traceparent.start(), 410);
  }

  private void send(ProducerRecord<byte[], byte[]> record) throws Exception {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      producer.send(record).get();
    }
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer = KafkaClients.consumer(core, 500)) {
      List<TopicPartition> partitions =
          IntStream.range(0, core.topics().partitions())
              .mapToObj(p -> new TopicPartition(topic, p))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }
}
