package io.onrecord.index.follow;

import io.onrecord.index.writer.Batch;
import io.onrecord.index.writer.DocumentSink;
import io.onrecord.index.writer.Positions;
import io.onrecord.index.writer.RejectedDocumentException;
import io.onrecord.loop.DeadLetters;
import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.TopicPartitions;
import io.onrecord.settings.CoreSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer that reads every partition from where the sink stands. {@link #step} is one batch:
 * poll, write dead letters, apply. A session that fails leaves nothing behind; the next one starts
 * where the sink stands then.
 */
final class Session implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(5);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final CoreSettings core;
  private final String topic;
  private final DocumentSink sink;
  private final DeadLetters deadLetters;
  private final FollowMetrics metrics;
  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> endsAtStart;
  private long lastHeard = System.nanoTime();

  private Session(
      CoreSettings core,
      DocumentSink sink,
      DeadLetters deadLetters,
      FollowMetrics metrics,
      Consumer<byte[], byte[]> consumer) {
    this.core = core;
    this.topic = core.topics().names().documents();
    this.sink = sink;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.consumer = consumer;
    this.partitions = partitionsNow();
    this.endsAtStart = consumer.endOffsets(partitions, ANSWER_LIMIT);
    consumer.assign(partitions);
    Positions positions = sink.positions();
    positions.requireTopic(topic);
    endsAtStart.forEach(
        (partition, end) -> {
          positions.requireWithin(partition.partition(), end);
          consumer.seek(partition, positions.in(partition.partition()));
        });
  }

  /**
   * Reads from where the sink stands.
   *
   * @throws IOException when the sink cannot be written now
   */
  static Session open(
      CoreSettings core,
      int batchRecords,
      DocumentSink sink,
      DeadLetters deadLetters,
      FollowMetrics metrics)
      throws IOException {
    sink.check();
    Consumer<byte[], byte[]> consumer = KafkaClients.consumer(core, batchRecords);
    try {
      return new Session(core, sink, deadLetters, metrics, consumer);
    } catch (RuntimeException e) {
      consumer.close(CloseOptions.timeout(Duration.ZERO));
      throw e;
    }
  }

  /**
   * One batch, or a short wait for one.
   *
   * @throws IOException when the sink cannot write now
   */
  Progress step() throws IOException {
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    if (records.isEmpty()) {
      probe();
      return progress();
    }
    long begun = System.nanoTime();
    IncomingBatch batch = IncomingBatch.read(records);
    writeDeadLetters(batch.unreadable());
    int dead = batch.unreadable().size() + apply(batch, positions());
    metrics.applied(records.count(), dead, System.nanoTime() - begun);
    lastHeard = System.nanoTime();
    return progress();
  }

  /** Ends a poll that waits; from any thread. */
  void wakeUp() {
    consumer.wakeup();
  }

  /** Whether everything is in the sink that was in the topic when this session began. */
  boolean hasCaughtUp() {
    return endsAtStart.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** Applies the batch; documents that the sink refuses become dead letters. */
  private int apply(IncomingBatch incoming, Positions next) throws IOException {
    IncomingBatch batch = incoming;
    int dead = 0;
    while (true) {
      try {
        sink.apply(new Batch(batch.changes(), next));
        return dead;
      } catch (RejectedDocumentException e) {
        sink.recover();
        batch = batch.without(e);
        writeDeadLetters(batch.unreadable());
        dead += batch.unreadable().size();
      }
    }
  }

  /** Returns when the brokers have them: a record must not be passed over before. */
  private void writeDeadLetters(List<IncomingBatch.Unreadable> unreadable) {
    if (unreadable.isEmpty()) {
      return;
    }
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      for (IncomingBatch.Unreadable letter : unreadable) {
        sent.add(
            producer.send(deadLetters.letter(letter.record(), letter.stage(), letter.cause())));
      }
      for (Future<RecordMetadata> answer : sent) {
        answer.get();
      }
    } catch (ExecutionException e) {
      throw unwritable(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
    unreadable.forEach(Session::report);
  }

  private KafkaException unwritable(Throwable cause) {
    KafkaException failure =
        cause instanceof KafkaException kafka
            ? kafka
            : new KafkaException("dead letters cannot be written", cause);
    deadLetters.requireTopic(core, failure);
    return failure;
  }

  private static void report(IncomingBatch.Unreadable letter) {
    LOG.atWarn()
        .addKeyValue("topic", letter.record().topic())
        .addKeyValue("partition", letter.record().partition())
        .addKeyValue("offset", letter.record().offset())
        .addKeyValue("stage", letter.stage())
        .addKeyValue("error", letter.cause().toString())
        .log("record.dead-lettered");
  }

  private Positions positions() {
    SortedMap<Integer, Long> next = new TreeMap<>();
    partitions.forEach(p -> next.put(p.partition(), consumer.position(p)));
    return new Positions(topic, next);
  }

  private Progress progress() {
    SortedMap<Integer, Progress.Partition> progress = new TreeMap<>();
    for (TopicPartition partition : partitions) {
      long position = consumer.position(partition);
      long lag =
          consumer.currentLag(partition).orElse(Math.max(0, endsAtStart.get(partition) - position));
      progress.put(partition.partition(), new Progress.Partition(position, lag));
    }
    return new Progress(topic, progress);
  }

  /** A poll without an answer says nothing about the cluster; now and then it is asked. */
  private void probe() throws IOException {
    if (System.nanoTime() - lastHeard > PROBE_EVERY.toNanos()) {
      sink.check();
      consumer.endOffsets(partitions, ANSWER_LIMIT);
      lastHeard = System.nanoTime();
      if (partitionsNow().size() != partitions.size()) {
        throw new PartitionsChangedException();
      }
    }
  }

  private List<TopicPartition> partitionsNow() {
    return TopicPartitions.of(consumer, topic);
  }

  /** The topic was given more partitions: the next session reads them too. */
  private static final class PartitionsChangedException extends KafkaException {
    private static final long serialVersionUID = 1L;

    PartitionsChangedException() {
      super("the topic has other partitions than before");
    }
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
  }
}
