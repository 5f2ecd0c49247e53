package io.onrecord.index.rebuild;

import io.onrecord.document.UnreadableDocumentException;
import io.onrecord.event.UnreadableEventException;
import io.onrecord.index.follow.Changes;
import io.onrecord.index.writer.Change;
import io.onrecord.index.writer.NextIndex;
import io.onrecord.index.writer.Positions;
import io.onrecord.index.writer.RejectedDocumentException;
import io.onrecord.loop.TopicScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Brings an index that nobody searches to a position of the topic, with as many threads as it takes
 * and one commit at the end.
 */
final class IndexFiller {
  private final String topic;
  private final TopicScan scan;
  private final NextIndex index;
  private final LongConsumer progress;
  private final AtomicLong read = new AtomicLong();

  /**
   * A filler.
   *
   * @param progress told how many records have been read, now and then, by any thread
   */
  IndexFiller(String topic, TopicScan scan, NextIndex index, LongConsumer progress) {
    this.topic = topic;
    this.scan = scan;
    this.index = index;
    this.progress = progress;
  }

  /** Where the topic ends now. */
  Positions ends() {
    Positions none = Positions.NONE;
    TreeMap<Integer, Long> next = new TreeMap<>(none.next());
    scan.ends(scan.partitions(topic)).forEach((p, end) -> next.put(p.partition(), end));
    return new Positions(topic, next);
  }

  /** How many offsets lie before these positions that the topic still has. */
  long offsets(Positions until) {
    long[] offsets = {0};
    scan.beginnings(scan.partitions(topic))
        .forEach((p, begin) -> offsets[0] += Math.max(0, until.in(p.partition()) - begin));
    return offsets[0];
  }

  /** Reads on to these positions; what is read is also told to the truth. */
  void fill(Positions until, TopicTruth truth) throws IOException {
    Map<TopicPartition, Long> from = new HashMap<>();
    Map<TopicPartition, Long> to = new HashMap<>();
    until
        .next()
        .forEach(
            (number, end) -> {
              TopicPartition partition = new TopicPartition(topic, number);
              from.put(partition, index.positions().in(number));
              to.put(partition, end);
            });
    scan.beginnings(from.keySet()).forEach((p, begin) -> from.merge(p, begin, Math::max));
    try (Loaders loaders = new Loaders(index.threads(), record -> take(record, truth))) {
      scan.read(from, to, record -> give(record, loaders));
      loaders.drain();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    commit(until, truth);
  }

  private static void give(ConsumerRecord<byte[], byte[]> record, Loaders loaders) {
    try {
      loaders.take(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void commit(Positions until, TopicTruth truth) throws IOException {
    while (true) {
      try {
        index.commit(until);
        return;
      } catch (RejectedDocumentException e) {
        e.ids().forEach(truth::forget);
      }
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record, TopicTruth truth) throws IOException {
    try {
      Change change = Changes.of(record);
      truth.take(change);
      index.load(change);
    } catch (UnreadableDocumentException | UnreadableEventException e) {
      // A dead letter already: the live index met it, and passed it over too.
      progress.accept(read.get());
    } catch (RejectedDocumentException e) {
      e.ids().forEach(truth::forget);
    }
    long now = read.incrementAndGet();
    if (now % 100 == 0) {
      progress.accept(now);
    }
  }
}
