package io.onrecord.index.follow;

import io.onrecord.event.DocumentWire;
import io.onrecord.index.writer.Change;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record of the documents topic does to an index. */
public final class Changes {
  private Changes() {}

  /**
   * The change that a record is.
   *
   * @throws io.onrecord.document.UnreadableDocumentException when its value is no document
   * @throws io.onrecord.event.UnreadableEventException when its key is none, or another document's
   */
  public static Change of(ConsumerRecord<byte[], byte[]> record) {
    return DocumentWire.read(record)
        .<Change>map(document -> new Change.Put(document, record.value(), record.offset()))
        .orElseGet(() -> new Change.Delete(DocumentWire.id(record), record.offset()));
  }
}
