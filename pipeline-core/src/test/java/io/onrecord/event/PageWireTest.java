package io.onrecord.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.onrecord.document.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

final class PageWireTest {
  private static final byte[] BODY = {(byte) 0xC4, (byte) 0xE3, 0, '<', (byte) 0xFF};

  @Test
  void thePageIsTheValueByteForByteAndComesBackAsItWas() {
    PageFetched page = page("a feed, 訪談 100%");
    ProducerRecord<byte[], byte[]> record = PageWire.write("pages", page);
    assertThat(record.value()).isEqualTo(BODY);
    assertThat(new String(record.key(), UTF_8)).isEqualTo(DocumentId.of(page.url())).hasSize(32);
    assertThat(PageWire.read(consumed(record))).usingRecursiveComparison().isEqualTo(page);
  }

  @Test
  void theContentTypeStaysExactlyAsTheServerSentIt() {
    ProducerRecord<byte[], byte[]> record = PageWire.write("pages", page("s"));
    assertThat(new String(record.headers().lastHeader("content-type").value(), UTF_8))
        .isEqualTo("Text/HTML;Charset=\"gb2312\"");
  }

  @Test
  void aToolThatKnowsCloudEventsReadsIt() {
    ProducerRecord<byte[], byte[]> record = PageWire.write("pages", page("a feed, 訪談"));
    CloudEvent event = KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent();
    assertThat(event.getType()).isEqualTo("io.onrecord.page.fetched.v1");
    assertThat(event.getSubject()).isEqualTo("https://example.org/訪談?a=1");
    assertThat(event.getTime().toInstant()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
    assertThat(event.getSource().toASCIIString()).startsWith("a%20feed,%20");
    assertThat(event.getData().toBytes()).isEqualTo(BODY);
    assertThat(event.getExtension("finalurl")).isEqualTo("https://example.org/final");
  }

  @Test
  void aPageThatIsGoneHasNoValue() {
    PageGone gone =
        new PageGone(
            "https://example.org/a", "s", Instant.parse("2026-01-02T03:04:05Z"), trace(), 410);
    ProducerRecord<byte[], byte[]> record = PageWire.write("pages", gone);
    assertThat(record.value()).isNull();
    assertThat(PageWire.read(consumed(record))).isEqualTo(gone);
  }

  @Test
  void whatIsNoPageEventIsRefusedAndNamed() {
    ProducerRecord<byte[], byte[]> foreign =
        new ProducerRecord<>("pages", "k".getBytes(UTF_8), BODY);
    assertThatThrownBy(() -> PageWire.read(consumed(foreign)))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("ce_type");
    ProducerRecord<byte[], byte[]> page = PageWire.write("pages", page("s"));
    ProducerRecord<byte[], byte[]> moved =
        new ProducerRecord<>("pages", null, "other".getBytes(UTF_8), BODY, page.headers());
    assertThatThrownBy(() -> PageWire.read(consumed(moved)))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining("other");
  }

  @Test
  void idsAreTheFirst128BitsOfSha256() {
    // printf https://example.org/ | sha256sum
    assertThat(DocumentId.of("https://example.org/"))
        .isEqualTo(Sha256.hex("https://example.org/").substring(0, 32));
    assertThat(Sha256.hex("abc"))
        .isEqualTo(
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-4
    assertThat(DocumentId.urn("abc".getBytes(UTF_8)))
        .isEqualTo("urn:sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static String trace() {
    return "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  }

  private static PageFetched page(String source) {
    return new PageFetched(
        "https://example.org/訪談?a=1",
        source,
        Instant.parse("2026-01-02T03:04:05.678Z"),
        trace(),
        BODY,
        Optional.of("Text/HTML;Charset=\"gb2312\""),
        Optional.of("zh"),
        "https://example.org/final",
        200,
        Optional.of("\"tag\""),
        Optional.empty(),
        List.of("robots: noai", "license: https://example.org/terms"),
        List.of(
            new Person(
                "訪客", "guest", "cast", Optional.of("https://g.example/"), Optional.empty())));
  }

  private static ConsumerRecord<byte[], byte[]> consumed(ProducerRecord<byte[], byte[]> sent) {
    return new ConsumerRecord<>(
        sent.topic(),
        0,
        7,
        0,
        TimestampType.CREATE_TIME,
        0,
        0,
        sent.key(),
        sent.value(),
        new RecordHeaders(sent.headers().toArray()),
        Optional.empty());
  }
}
