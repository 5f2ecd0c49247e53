package io.onrecord.loop.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.loop.DeadLetters;
import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import io.onrecord.testkit.Broker;
import io.onrecord.topic.TopicNames;
import io.onrecord.topic.TopicPlan;
import io.onrecord.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DeadLetterBoxTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private CoreSettings core;
  private String pages;
  private String dead;
  private DeadLetterBox box;

  @BeforeEach
  void topics() {
    TopicNames names = new TopicNames("letters-" + UUID.randomUUID().toString().substring(0, 8));
    core =
        new CoreSettings(
            Map.of("bootstrap.servers", Broker.shared().bootstrapServers()),
            new TopicPlan(names, 2, (short) 1, 1 << 20),
            "one");
    pages = names.pages();
    dead = TopicNames.deadLetters(pages);
    try (Admin admin = KafkaClients.admin(core)) {
      Topics.ensure(admin, core.topics().all());
    }
    box = new DeadLetterBox(core);
  }

  @Test
  void lettersAreListedByWhatTheySay() throws Exception {
    fail(page("a", "https://news.example.org/a", "bytes a"), "decode", NOON);
    fail(page("b", "https://example.com/b", "bytes b"), "parse", NOON.plusSeconds(60));
    assertThat(box.list(DeadLetterFilter.ALL)).extracting(DeadLetter::id).containsExactly("a", "b");
    assertThat(ids(filter().stage("parse"))).containsExactly("b");
    assertThat(ids(filter().host("example.org"))).containsExactly("a");
    assertThat(ids(filter().error("IllegalStateException"))).containsExactly("a", "b");
    assertThat(ids(filter().error("java.lang.IllegalStateException"))).hasSize(2);
    assertThat(ids(filter().error("IOException"))).isEmpty();
    assertThat(ids(filter().id("b"))).containsExactly("b");
    assertThat(ids(filter().topic(pages))).hasSize(2);
    assertThat(ids(filter().topic(core.topics().names().documents()))).isEmpty();
    assertThat(ids(filter().from(NOON.plusSeconds(1)))).containsExactly("b");
    assertThat(ids(filter().to(NOON.plusSeconds(1)))).containsExactly("a");
  }

  @Test
  void aLetterIsShownWithItsBytesAndItsReason() throws Exception {
    fail(page("a", "https://example.org/a", "bytes a"), "decode", NOON);
    DeadLetter letter = box.list(DeadLetterFilter.ALL).getFirst();
    assertThat(letter.stage()).isEqualTo("decode");
    assertThat(letter.message()).isEqualTo("cannot be read");
    assertThat(letter.attempt()).isEqualTo(1);
    assertThat(letter.host()).isEqualTo("example.org");
    DeadLetter.Place place = DeadLetter.Place.parse(letter.place().toString()).orElseThrow();
    assertThat(box.read(place)).contains(letter);
    assertThat(box.show(place).orElseThrow().value()).isEqualTo("bytes a".getBytes(UTF_8));
    assertThat(box.show(new DeadLetter.Place(dead, 0, 999))).isEmpty();
    assertThat(box.show(new DeadLetter.Place(pages, 0, 0))).isEmpty();
  }

  @Test
  void aRedrivenRecordIsBackAsItWasAndCarriesItsAttempts() throws Exception {
    ConsumerRecord<byte[], byte[]> failed = page("a", "https://example.org/a", "bytes a");
    fail(failed, "decode", NOON);
    assertThat(box.redrive(DeadLetterFilter.ALL)).isEqualTo(new Redriven(1, 0, 0));
    ConsumerRecord<byte[], byte[]> back = read(pages).getLast();
    assertThat(back.partition()).isEqualTo(failed.partition());
    assertThat(back.offset()).isGreaterThan(failed.offset());
    assertThat(back.value()).isEqualTo(failed.value());
    assertThat(header(back, "ce_subject")).isEqualTo("https://example.org/a");
    assertThat(header(back, DeadLetters.ATTEMPT)).isEqualTo("1");
    assertThat(back.headers()).noneMatch(h -> h.key().startsWith(DeadLetters.PREFIX));

    fail(back, "decode", NOON.plusSeconds(9));
    assertThat(box.list(DeadLetterFilter.ALL)).extracting(DeadLetter::attempt).containsExactly(2);
  }

  @Test
  void aSecondRedriveDoesNotRepeatTheFirst() throws Exception {
    for (int i = 0; i < 60; i++) {
      fail(page("k" + i, "https://example.org/" + i, "bytes " + i), "decode", NOON);
    }
    assertThat(box.redrive(filter().id("k7").build())).isEqualTo(new Redriven(1, 0, 0));
    assertThat(box.redrive(DeadLetterFilter.ALL)).isEqualTo(new Redriven(59, 0, 0));
    assertThat(box.redrive(DeadLetterFilter.ALL)).isEqualTo(new Redriven(0, 0, 0));
    assertThat(box.list(DeadLetterFilter.ALL)).isEmpty();
    assertThat(read(pages)).hasSize(120);
  }

  @Test
  void aLetterNeverBuriesANewerPageUnderItsKey() throws Exception {
    fail(page("a", "https://example.org/a", "old"), "decode", NOON);
    page("a", "https://example.org/a", "new");
    fail(page("b", "https://example.org/b", "b"), "decode", NOON);
    assertThat(box.redrive(DeadLetterFilter.ALL)).isEqualTo(new Redriven(1, 1, 0));
    assertThat(
            read(pages).stream().filter(r -> text(r.key()).equals("a")).map(r -> text(r.value())))
        .containsExactly("old", "new");
    assertThat(box.list(DeadLetterFilter.ALL)).isEmpty();
  }

  @Test
  void purgedLettersAreGoneAndTheirSpaceIsFreed() throws Exception {
    fail(page("a", "https://example.org/a", "bytes a"), "decode", NOON);
    fail(page("b", "https://example.org/b", "bytes b"), "parse", NOON);
    assertThat(box.purge(filter().stage("decode").build())).isEqualTo(1);
    assertThat(box.list(DeadLetterFilter.ALL)).extracting(DeadLetter::id).containsExactly("b");
    assertThat(box.purge(DeadLetterFilter.ALL)).isEqualTo(1);
    assertThat(box.list(DeadLetterFilter.ALL)).isEmpty();
    assertThat(read(dead)).isEmpty();
    assertThat(box.redrive(DeadLetterFilter.ALL)).isEqualTo(new Redriven(0, 0, 0));
  }

  /** A page in its topic, as the service that fails on it will consume it. */
  private ConsumerRecord<byte[], byte[]> page(String key, String url, String body)
      throws ExecutionException, InterruptedException {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(pages, key.getBytes(UTF_8), body.getBytes(UTF_8));
    record.headers().add("ce_subject", url.getBytes(UTF_8));
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      var place = producer.send(record).get();
      ConsumerRecord<byte[], byte[]> consumed =
          new ConsumerRecord<>(
              pages, place.partition(), place.offset(), record.key(), record.value());
      record.headers().forEach(consumed.headers()::add);
      return consumed;
    }
  }

  private void fail(ConsumerRecord<byte[], byte[]> record, String stage, Instant time)
      throws ExecutionException, InterruptedException {
    DeadLetters letters =
        new DeadLetters(dead, "normalize", "1", Clock.fixed(time, ZoneOffset.UTC));
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      producer
          .send(letters.letter(record, stage, new IllegalStateException("cannot be read")))
          .get();
    }
  }

  private List<String> ids(Filter filter) {
    return box.list(filter.build()).stream().map(DeadLetter::id).toList();
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (TopicScan scan = TopicScan.committed(core)) {
      scan.readAll(topic, records::add);
    }
    return records;
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return text(record.headers().lastHeader(name).value());
  }

  private static String text(byte[] utf8) {
    return new String(utf8, UTF_8);
  }

  private static Filter filter() {
    return new Filter();
  }

  /** A filter with one condition or more. */
  private static final class Filter {
    private Optional<String> topic = Optional.empty();
    private Optional<String> stage = Optional.empty();
    private Optional<String> error = Optional.empty();
    private Optional<String> host = Optional.empty();
    private Optional<String> id = Optional.empty();
    private Optional<Instant> from = Optional.empty();
    private Optional<Instant> to = Optional.empty();

    Filter topic(String value) {
      topic = Optional.of(value);
      return this;
    }

    Filter stage(String value) {
      stage = Optional.of(value);
      return this;
    }

    Filter error(String value) {
      error = Optional.of(value);
      return this;
    }

    Filter host(String value) {
      host = Optional.of(value);
      return this;
    }

    Filter id(String value) {
      id = Optional.of(value);
      return this;
    }

    Filter from(Instant value) {
      from = Optional.of(value);
      return this;
    }

    Filter to(Instant value) {
      to = Optional.of(value);
      return this;
    }

    DeadLetterFilter build() {
      return new DeadLetterFilter(topic, stage, error, host, id, from, to);
    }
  }
}
