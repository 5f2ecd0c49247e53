package io.onrecord.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Page events as Kafka records. The value of a fetched page is its body and nothing else; all that
 * is known about it is in the headers.
 */
public final class PageWire {
  private static final String FETCHED = "io.onrecord.page.fetched.v1";
  private static final String GONE = "io.onrecord.page.gone.v1";

  private PageWire() {}

  /** The record to send. */
  public static ProducerRecord<byte[], byte[]> write(String topic, PageEvent event) {
    return switch (event) {
      case PageFetched page -> write(topic, page, Sha256.hex(page.body()));
      case PageGone gone ->
          new ProducerRecord<>(topic, null, key(gone), null, headers(gone).headers());
    };
  }

  /**
   * The same where the hash of the body is known.
   *
   * @param hash hex digits, with or without what labels them
   */
  public static ProducerRecord<byte[], byte[]> write(String topic, PageFetched page, String hash) {
    String hex = hash.substring(hash.indexOf(':') + 1);
    return new ProducerRecord<>(topic, null, key(page), page.body(), headers(page, hex).headers());
  }

  private static byte[] key(PageEvent event) {
    return event.id().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The event that a record holds.
   *
   * @throws UnreadableEventException when it is no page event
   */
  public static PageEvent read(ConsumerRecord<byte[], byte[]> record) {
    CloudEventHeaders headers = CloudEventHeaders.of(record.headers());
    String type = headers.get("ce_type");
    PageEvent event =
        switch (type) {
          case FETCHED -> fetched(headers, record);
          case GONE ->
              new PageGone(
                  headers.get("ce_subject"),
                  headers.source(),
                  headers.time(),
                  traceparent(headers),
                  status(headers));
          default ->
              throw new UnreadableEventException(
                  "ce_type is %s, expected %s or %s".formatted(type, FETCHED, GONE));
        };
    String key =
        record.key() == null ? "missing" : new String(record.key(), StandardCharsets.UTF_8);
    if (!event.id().equals(key)) {
      throw new UnreadableEventException(
          "the key is %s, but the id of ce_subject %s is %s"
              .formatted(key, event.url(), event.id()));
    }
    return event;
  }

  private static CloudEventHeaders headers(PageFetched page, String hash) {
    String id = page.id() + "-" + hash.substring(0, 16) + "-" + page.time().toEpochMilli();
    return common(FETCHED, id, page)
        .with(CloudEventHeaders.CONTENT_TYPE, page.contentType())
        .with("ce_contentlanguage", page.contentLanguage())
        .with("ce_finalurl", page.finalUrl())
        .with("ce_status", Integer.toString(page.status()))
        .with("ce_etag", page.etag())
        .with("ce_lastmodified", page.lastModified())
        .with(
            "ce_rights",
            page.rights().isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("\n", page.rights())))
        .with(
            "ce_persons",
            page.persons().isEmpty()
                ? Optional.empty()
                : Optional.of(Persons.write(page.persons())));
  }

  private static CloudEventHeaders headers(PageGone gone) {
    String id = "%s-gone-%d".formatted(gone.id(), gone.time().toEpochMilli());
    return common(GONE, id, gone).with("ce_status", Integer.toString(gone.status()));
  }

  private static CloudEventHeaders common(String type, String id, PageEvent event) {
    return CloudEventHeaders.create(
        type, id, event.source(), event.url(), event.time(), event.traceparent());
  }

  private static PageFetched fetched(
      CloudEventHeaders headers, ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      throw new UnreadableEventException("a fetched page has no body");
    }
    return new PageFetched(
        headers.get("ce_subject"),
        headers.source(),
        headers.time(),
        traceparent(headers),
        record.value(),
        headers.find(CloudEventHeaders.CONTENT_TYPE),
        headers.find("ce_contentlanguage"),
        headers.find("ce_finalurl").orElseGet(() -> headers.get("ce_subject")),
        status(headers),
        headers.find("ce_etag"),
        headers.find("ce_lastmodified"),
        headers.find("ce_rights").map(String::lines).map(Stream::toList).orElse(List.of()),
        headers.find("ce_persons").map(Persons::read).orElse(List.of()));
  }

  private static int status(CloudEventHeaders headers) {
    Optional<String> status = headers.find("ce_status");
    try {
      return Integer.parseInt(status.orElse("200"));
    } catch (NumberFormatException e) {
      throw new UnreadableEventException("ce_status is no number: " + status.orElse(""), e);
    }
  }

  private static String traceparent(CloudEventHeaders headers) {
    return headers
        .find(CloudEventHeaders.TRACEPARENT)
        .filter(Traceparent::isValid)
        .orElseGet(Traceparent::start);
  }
}
