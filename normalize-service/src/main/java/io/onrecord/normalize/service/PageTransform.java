package io.onrecord.normalize.service;

import io.onrecord.document.Document;
import io.onrecord.event.DocumentWire;
import io.onrecord.event.PageFetched;
import io.onrecord.event.PageGone;
import io.onrecord.event.PageWire;
import io.onrecord.event.UnreadableEventException;
import io.onrecord.loop.RejectedRecordException;
import io.onrecord.loop.Transform;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.RawPage;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A page event becomes a document event; a page that is gone becomes a tombstone. */
public final class PageTransform implements Transform {
  private static final String EVENT_STAGE = "read-event";
  private static final String STAGES = "io.onrecord.normalize.";

  private final Normalizer normalizer;
  private final String documents;

  /**
   * A transform into a topic of documents.
   *
   * @param documents the documents topic, or a replay's shadow of it
   */
  public PageTransform(Normalizer normalizer, String documents) {
    this.normalizer = normalizer;
    this.documents = documents;
  }

  @Override
  public List<ProducerRecord<byte[], byte[]>> apply(ConsumerRecord<byte[], byte[]> record) {
    try {
      return switch (PageWire.read(record)) {
        case PageFetched page -> List.of(document(page, record));
        case PageGone gone ->
            List.of(DocumentWire.write(documents, gone, record.partition(), record.offset()));
      };
    } catch (UnreadableEventException e) {
      throw new RejectedRecordException(EVENT_STAGE, e);
    }
  }

  private ProducerRecord<byte[], byte[]> document(
      PageFetched page, ConsumerRecord<byte[], byte[]> record) {
    RawPage raw =
        new RawPage(
            page.finalUrl(),
            page.url(),
            page.contentType(),
            page.contentLanguage(),
            page.time(),
            page.body(),
            RawPage.Place.at(record.topic(), record.partition(), record.offset()),
            page.rights(),
            page.persons());
    try {
      Document document = normalizer.normalize(raw);
      return DocumentWire.write(documents, document, page.traceparent());
    } catch (RuntimeException | StackOverflowError e) {
      throw new RejectedRecordException(stage(e), e);
    }
  }

  /** The stage whose code threw: the innermost frame in one of the stages' packages. */
  private static String stage(Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String name = frame.getClassName();
      if (name.startsWith(STAGES)) {
        Optional<String> stage = segment(name.substring(STAGES.length()));
        if (stage.isPresent()) {
          return stage.get();
        }
      }
    }
    return "normalize";
  }

  private static Optional<String> segment(String rest) {
    int dot = rest.indexOf('.');
    return dot < 0 || rest.startsWith("service.")
        ? Optional.empty()
        : Optional.of(rest.substring(0, dot));
  }
}
