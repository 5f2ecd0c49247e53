package io.onrecord.event;

import io.onrecord.document.Document;
import io.onrecord.document.DocumentJson;
import io.onrecord.document.Provenance;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Documents as Kafka records: JSON under the document id, or a null value (a tombstone) when the
 * page is gone. The same document always gives the same record, so that a replay can be compared.
 */
public final class DocumentWire {
  private static final String PUBLISHED = "io.onrecord.document.published.v1";
  private static final String GONE = "io.onrecord.document.gone.v1";
  private static final String SOURCE = "onrecord-normalize";

  /** The place of the page in its topic, {@code partition/offset}: what tells newer from older. */
  private static final String PAGE = "ce_page";

  private DocumentWire() {}

  /** The record that publishes a document. */
  public static ProducerRecord<byte[], byte[]> write(
      String topic, Document document, String traceparent) {
    String id =
        "%s-%s".formatted(document.id(), document.fingerprints().content().replace(':', '-'));
    CloudEventHeaders headers =
        CloudEventHeaders.create(
                PUBLISHED, id, SOURCE, document.canonicalUrl(), document.fetchedAt(), traceparent)
            .with(CloudEventHeaders.CONTENT_TYPE, "application/json")
            .with(PAGE, page(document.provenance()));
    return new ProducerRecord<>(
        topic, null, key(document.id()), DocumentJson.write(document), headers.headers());
  }

  /**
   * The tombstone for a page that is gone.
   *
   * @param partition of the pages topic where that was said
   * @param offset in that partition
   */
  public static ProducerRecord<byte[], byte[]> write(
      String topic, PageGone gone, int partition, long offset) {
    CloudEventHeaders headers =
        CloudEventHeaders.create(
                GONE,
                "%s-gone-%d".formatted(gone.id(), gone.time().toEpochMilli()),
                SOURCE,
                gone.url(),
                gone.time(),
                gone.traceparent())
            .with(PAGE, new PagePlace(partition, offset).toString());
    return new ProducerRecord<>(topic, null, key(gone.id()), null, headers.headers());
  }

  /**
   * The document that a record holds; empty for a tombstone.
   *
   * @throws io.onrecord.document.UnreadableDocumentException when the value is no document
   * @throws UnreadableEventException when the record has no key, or another document's
   */
  public static Optional<Document> read(ConsumerRecord<byte[], byte[]> record) {
    String key = id(record);
    if (record.value() == null) {
      return Optional.empty();
    }
    Document document = DocumentJson.read(record.value());
    if (!document.id().equals(key)) {
      throw new UnreadableEventException(
          "the key is %s, but the document's id is %s".formatted(key, document.id()));
    }
    return Optional.of(document);
  }

  /**
   * The document id that a record is about.
   *
   * @throws UnreadableEventException when the record has no key
   */
  public static String id(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      throw new UnreadableEventException("the record has no key");
    }
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  /** Where the page is that a document or a tombstone was made of; empty when it does not say. */
  public static Optional<PagePlace> page(Headers headers) {
    return CloudEventHeaders.of(headers).find(PAGE).flatMap(PagePlace::parse);
  }

  private static Optional<String> page(Provenance provenance) {
    return PagePlace.of(provenance).map(PagePlace::toString);
  }

  private static byte[] key(String id) {
    return id.getBytes(StandardCharsets.UTF_8);
  }
}
