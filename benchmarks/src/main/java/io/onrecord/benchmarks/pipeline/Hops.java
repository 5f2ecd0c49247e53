package io.onrecord.benchmarks.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.loop.KafkaClients;
import io.onrecord.settings.CoreSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Where pages are between their fetch and the index: a reader of the documents topic notes when the
 * broker took each document (its record's time, in milliseconds) and when it could be read, which
 * is when its transaction was committed.
 */
final class Hops implements AutoCloseable {
  private final String topic;
  private final Consumer<byte[], byte[]> consumer;
  private final Map<String, Hop> hops = new ConcurrentHashMap<>();
  private final Thread thread = Thread.ofPlatform().name("hops").unstarted(this::read);
  private volatile boolean closed;

  /** Nanoseconds of the same clock that pages are timed by. */
  private record Hop(long taken, long readable) {}

  Hops(CoreSettings core) {
    topic = core.topics().names().documents();
    consumer = KafkaClients.consumer(core, 500);
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(topic, p.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    thread.start();
  }

  private void read() {
    while (!closed) {
      var records = consumer.poll(Duration.ofMillis(100));
      long now = System.nanoTime();
      long clock = System.currentTimeMillis();
      records.forEach(
          record ->
              hops.put(
                  new String(record.key(), UTF_8),
                  new Hop(now - TimeUnit.MILLISECONDS.toNanos(clock - record.timestamp()), now)));
    }
    consumer.close();
  }

  /** Prints how long pages were on each part of their way. */
  void print(List<LiveSystem.Seen> pages) {
    row("  fetched -> normalized, with the broker", pages, Hop::taken, seen -> seen.fetched());
    double[] committed =
        pages.stream()
            .flatMap(p -> hop(p).stream())
            .mapToDouble(hop -> (hop.readable() - hop.taken()) / 1e6)
            .toArray();
    Latencies.print("  -> committed, readable downstream", committed);
    double[] indexed =
        pages.stream()
            .filter(p -> hop(p).isPresent())
            .mapToDouble(p -> (p.searchable() - hop(p).orElseThrow().readable()) / 1e6)
            .toArray();
    Latencies.print("  -> committed in the index, searchable", indexed);
  }

  private void row(
      String what,
      List<LiveSystem.Seen> pages,
      ToLongFunction<Hop> to,
      ToLongFunction<LiveSystem.Seen> from) {
    Latencies.print(
        what,
        pages.stream()
            .filter(p -> hop(p).isPresent())
            .mapToDouble(p -> (to.applyAsLong(hop(p).orElseThrow()) - from.applyAsLong(p)) / 1e6)
            .toArray());
  }

  private Optional<Hop> hop(LiveSystem.Seen page) {
    return Optional.ofNullable(hops.get(page.id()));
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    thread.join();
  }
}
