package io.onrecord.ingest.frontier;

import io.onrecord.health.Health;
import io.onrecord.loop.Backoff;
import io.onrecord.loop.Fatal;
import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.TopicPartitions;
import io.onrecord.settings.CoreSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps {@link KnownPages} as the state topic says: reads it from the start, then follows it, the
 * states of other instances included. Lost connections are taken up where they broke off.
 */
public final class StateFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StateFollower.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int BATCH = 5_000;

  /** The part of {@link Health} that it reports as. */
  public static final String PART = "state";

  private final CoreSettings core;
  private final String topic;
  private final KnownPages known;
  private final Health health;
  private final Consumer<Throwable> onFatal;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final Queue<CompletableFuture<Void>> waiting = new ConcurrentLinkedQueue<>();

  /** Up to where those who wait want the topic read. */
  private final Map<CompletableFuture<Void>, Map<TopicPartition, Long>> targets = new HashMap<>();

  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "ingest-state");

  private StateFollower(
      CoreSettings core, KnownPages known, Health health, Consumer<Throwable> onFatal) {
    this.core = core;
    this.topic = core.topics().names().fetchState();
    this.known = known;
    this.health = health;
    this.onFatal = onFatal;
  }

  /** Starts to follow; the part is ready once the topic was read to its end. */
  public static StateFollower start(
      CoreSettings core, KnownPages known, Health health, Consumer<Throwable> onFatal) {
    StateFollower follower = new StateFollower(core, known, health, onFatal);
    follower.caughtUp().thenRun(() -> health.ready(PART));
    follower.thread.start();
    return follower;
  }

  /** Completes when everything committed before this call is known. */
  public CompletableFuture<Void> caughtUp() {
    CompletableFuture<Void> done = new CompletableFuture<>();
    waiting.add(done);
    return done;
  }

  private void run() {
    Backoff backoff = new Backoff();
    while (stopping.getCount() > 0) {
      try {
        follow(backoff);
      } catch (KafkaException e) {
        try {
          Fatal.rethrowIfSo(e);
        } catch (RuntimeException fatal) {
          onFatal.accept(fatal);
          return;
        }
        health.notReady(PART, "the state topic cannot be read: " + e.getMessage());
        LOG.atWarn().setCause(e).log("state.read-failed");
        caughtUp().thenRun(() -> health.ready(PART));
        pause(backoff.next());
      } catch (RuntimeException e) {
        onFatal.accept(e);
        return;
      }
    }
  }

  private void follow(Backoff backoff) {
    try (var consumer = KafkaClients.consumer(core, BATCH)) {
      List<TopicPartition> partitions = TopicPartitions.of(consumer, topic);
      consumer.assign(partitions);
      partitions.forEach(p -> consumer.seek(p, positions.getOrDefault(p, 0L)));
      while (stopping.getCount() > 0) {
        for (var done = waiting.poll(); done != null; done = waiting.poll()) {
          targets.put(done, consumer.endOffsets(partitions));
        }
        consumer.poll(targets.isEmpty() ? POLL : Duration.ofMillis(10)).forEach(this::apply);
        partitions.forEach(p -> positions.put(p, consumer.position(p)));
        complete();
        backoff.reset();
      }
    }
  }

  private void complete() {
    targets
        .entrySet()
        .removeIf(
            target -> {
              boolean reached =
                  target.getValue().entrySet().stream()
                      .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
              return reached && target.getKey().complete(null);
            });
  }

  private void apply(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return;
    }
    String url = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      known.remove(url, record.partition(), record.offset());
    } else if (!known.knows(url, record.partition(), record.offset())) { // else we wrote it
      StateWire.read(url, record.value())
          .ifPresent(state -> known.put(url, state, record.partition(), record.offset()));
    }
  }

  private void pause(Duration wait) {
    try {
      stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
