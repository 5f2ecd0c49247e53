package io.onrecord.index.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.index.writer.Change;
import io.onrecord.loop.TopicScan;
import io.onrecord.settings.CoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Every document as it is now, once; or, from a cursor on, every document that changed since, once,
 * and those that are gone.
 */
public final class DocumentExport {
  private DocumentExport() {}

  /**
   * What was written.
   *
   * @param next the cursor from which the next export goes on
   */
  public record Exported(long documents, long gone, Cursor next) {}

  /**
   * Writes them; the file is not closed.
   *
   * @param progress told how many documents are written
   * @throws ForeignCursorException when the cursor is another topic's
   */
  public static Exported write(
      CoreSettings core, Cursor after, ExportFile file, LongConsumer progress) throws IOException {
    try (TopicScan scan = TopicScan.committed(core)) {
      List<TopicPartition> partitions = scan.partitions(core.topics().names().documents());
      Map<TopicPartition, Long> ends = scan.ends(partitions);
      if (after.isBeyond(ends)) {
        throw new ForeignCursorException(after, Cursor.of(ends));
      }
      Map<TopicPartition, Long> from = after.positions(scan.beginnings(partitions));
      boolean all = after.equals(Cursor.START);
      long[] counts = new long[2];
      for (TopicPartition partition : partitions) {
        Map<TopicPartition, Long> begin = Map.of(partition, from.get(partition));
        Map<String, Long> last = new HashMap<>();
        scan.read(begin, ends, record -> last.put(key(record), record.offset()));
        scan.read(
            begin,
            ends,
            record -> {
              if (last.get(key(record)) == record.offset()) {
                write(record, all, file, counts);
                progress.accept(counts[0]);
              }
            });
      }
      return new Exported(counts[0], counts[1], Cursor.of(ends));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(
      ConsumerRecord<byte[], byte[]> record, boolean all, ExportFile file, long[] counts) {
    try {
      Change change = DocumentChanges.change(record).orElse(null);
      if (change instanceof Change.Put put) {
        file.put(put);
        counts[0]++;
      } else if (change instanceof Change.Delete gone && !all) {
        file.gone(gone.id());
        counts[1]++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), UTF_8);
  }
}
