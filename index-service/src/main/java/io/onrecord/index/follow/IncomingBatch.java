package io.onrecord.index.follow;

import io.onrecord.document.UnreadableDocumentException;
import io.onrecord.event.UnreadableEventException;
import io.onrecord.index.writer.Change;
import io.onrecord.index.writer.RejectedDocumentException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records of the documents topic, read: what they change, and which of them hold no document.
 *
 * @param readable in the order of the topic
 * @param unreadable records for what they are, with the reason
 */
record IncomingBatch(List<Readable> readable, List<Unreadable> unreadable) {

  record Readable(ConsumerRecord<byte[], byte[]> record, Change change) {}

  record Unreadable(ConsumerRecord<byte[], byte[]> record, String stage, RuntimeException cause) {}

  static IncomingBatch read(Iterable<ConsumerRecord<byte[], byte[]>> records) {
    List<Readable> readable = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      try {
        readable.add(new Readable(record, Changes.of(record)));
      } catch (UnreadableDocumentException | UnreadableEventException e) {
        unreadable.add(new Unreadable(record, "read", e));
      }
    }
    return new IncomingBatch(List.copyOf(readable), List.copyOf(unreadable));
  }

  /** The same batch with the documents that a sink refuses taken for unreadable. */
  IncomingBatch without(RejectedDocumentException refusal) {
    List<Unreadable> refused =
        readable.stream()
            .filter(r -> refusal.ids().contains(r.change().id()))
            .map(r -> new Unreadable(r.record(), "index", refusal.of(r.change().id())))
            .toList();
    List<Readable> rest =
        readable.stream().filter(r -> !refusal.ids().contains(r.change().id())).toList();
    return new IncomingBatch(rest, refused);
  }

  List<Change> changes() {
    return readable.stream().map(Readable::change).toList();
  }
}
