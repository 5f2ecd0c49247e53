package io.onrecord.index.export;

import io.onrecord.document.UnreadableDocumentException;
import io.onrecord.event.UnreadableEventException;
import io.onrecord.index.follow.Changes;
import io.onrecord.index.writer.Change;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What happened to documents after a cursor, a page at a time, in the order of each partition. */
public final class DocumentChanges {
  private static final long MOST_BYTES = 16L << 20;

  private final CoreSettings core;

  public DocumentChanges(CoreSettings core) {
    this.core = core;
  }

  /**
   * A page of changes.
   *
   * @param changes to documents; records that hold none are left out
   * @param next the cursor to go on from; the same when there is nothing new
   */
  public record Page(List<Change> changes, Cursor next) {}

  /**
   * At most so many changes after the cursor; none when there are none yet.
   *
   * @throws ForeignCursorException when the cursor is another topic's
   */
  public Page after(Cursor cursor, int most) {
    try (TopicScan scan = TopicScan.committed(core)) {
      List<TopicPartition> partitions = scan.partitions(core.topics().names().documents());
      Map<TopicPartition, Long> ends = scan.ends(partitions);
      if (cursor.isBeyond(ends)) {
        throw new ForeignCursorException(cursor, Cursor.of(ends));
      }
      List<Change> changes = new ArrayList<>();
      long[] bytes = {0};
      Map<TopicPartition, Long> next =
          scan.readSome(
              cursor.positions(scan.beginnings(partitions)),
              ends,
              record -> {
                change(record).ifPresent(changes::add);
                bytes[0] += record.value() == null ? 0 : record.value().length;
                return changes.size() < most && bytes[0] < MOST_BYTES;
              });
      return new Page(List.copyOf(changes), Cursor.of(next));
    }
  }

  /** Empty for a record that holds no document: the index has it as a dead letter. */
  static Optional<Change> change(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(Changes.of(record));
    } catch (UnreadableDocumentException | UnreadableEventException e) {
      return Optional.empty();
    }
  }
}
