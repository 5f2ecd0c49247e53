package io.onrecord.loop;

import io.onrecord.settings.CoreSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer and a transactional producer that live and die together. {@link #step} is one batch:
 * poll, transform, and commit outputs, dead letters and offsets in one transaction.
 *
 * <p>A batch is transformed before its transaction begins, so a transaction lasts milliseconds, and
 * readers downstream never wait for a slow page of somebody else. Polling happens only between
 * batches, so a rebalance never takes a partition from a batch in hand; should the group have moved
 * on all the same, the broker refuses the offsets of the old generation (KIP-447) and the whole
 * transaction with them.
 */
final class Session implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(5);
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(3);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final CoreSettings core;
  private final LoopSettings settings;
  private final Workers workers;
  private final DeadLetters deadLetters;
  private final LoopMetrics metrics;
  private final Consumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;
  private long lastHeard = System.nanoTime();
  private long restUntil = lastHeard;

  private Session(
      CoreSettings core,
      LoopSettings settings,
      Workers workers,
      DeadLetters deadLetters,
      LoopMetrics metrics,
      Consumer<byte[], byte[]> consumer,
      Producer<byte[], byte[]> producer) {
    this.core = core;
    this.settings = settings;
    this.workers = workers;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.consumer = consumer;
    this.producer = producer;
  }

  /** Joins the group and fences an earlier self; its unfinished transaction is aborted by that. */
  static Session open(
      CoreSettings core,
      LoopSettings settings,
      Workers workers,
      DeadLetters deadLetters,
      LoopMetrics metrics) {
    String group = core.topics().names().prefix() + "." + settings.service();
    Producer<byte[], byte[]> producer =
        KafkaClients.transactionalProducer(core, group + "." + core.instance());
    try {
      producer.initTransactions();
      Consumer<byte[], byte[]> consumer =
          KafkaClients.consumer(core, group, settings.batchRecords());
      consumer.subscribe(List.of(settings.input()));
      return new Session(core, settings, workers, deadLetters, metrics, consumer, producer);
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  /** One batch, or a short wait for one. */
  void step() {
    if (restUntil - System.nanoTime() > 0) {
      rest();
      return;
    }
    List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
    consumer.resume(consumer.paused());
    consumer.poll(POLL).forEach(batch::add);
    if (batch.isEmpty()) {
      probe();
      return;
    }
    long begun = System.nanoTime();
    List<Outcome> outcomes = transform(batch);
    try {
      commit(batch.subList(0, outcomes.size()), outcomes, begun);
      rewind(batch.subList(outcomes.size(), batch.size()));
    } catch (CommitFailedException e) {
      staleGeneration(batch, e);
      return;
    }
    restUntil = begun + timeOf(outcomes);
    lastHeard = System.nanoTime();
  }

  /**
   * The group moved on while the batch was in hand. Leaving it for a new session would move it
   * again, under the batch of another instance, and so on without end; the batch is read again
   * instead, by whoever has its partitions after the next poll.
   */
  private void staleGeneration(
      List<ConsumerRecord<byte[], byte[]>> batch, CommitFailedException cause) {
    producer.abortTransaction();
    rewind(batch);
    metrics.failed();
    LOG.atInfo()
        .addKeyValue("service", settings.service())
        .addKeyValue("records", batch.size())
        .addKeyValue("why", cause.getMessage())
        .log("batch.again");
  }

  /** Where the next records come from, for each partition that is this session's now. */
  Map<TopicPartition, Long> positions() {
    Map<TopicPartition, Long> positions = new HashMap<>();
    consumer.assignment().forEach(p -> positions.put(p, consumer.position(p)));
    return positions;
  }

  /** How long a batch has to take when the loop has a speed limit. */
  private long timeOf(List<Outcome> outcomes) {
    if (settings.mostPerSecond() == 0) {
      return 0;
    }
    long outputs = outcomes.stream().filter(o -> !o.equals(Outcome.Outputs.NONE)).count();
    return outputs * 1_000_000_000L / settings.mostPerSecond();
  }

  /**
   * A part of the wait of a loop with a speed limit. It goes on polling, without taking anything:
   * who does not poll is put out of the group, and who sleeps long cannot be stopped.
   */
  private void rest() {
    consumer.pause(consumer.assignment());
    Duration left = Duration.ofNanos(Math.max(0, restUntil - System.nanoTime()));
    List<ConsumerRecord<byte[], byte[]>> early = new ArrayList<>();
    consumer.poll(left.compareTo(POLL) < 0 ? left : POLL).forEach(early::add);
    rewind(early); // of a partition that became ours in this moment
  }

  private List<Outcome> transform(List<ConsumerRecord<byte[], byte[]>> batch) {
    try {
      return workers.run(batch).stream().map(this::fitting).toList();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private void commit(
      List<ConsumerRecord<byte[], byte[]>> batch, List<Outcome> outcomes, long begun) {
    int outputs = 0;
    int letters = 0;
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    producer.beginTransaction();
    for (int i = 0; i < batch.size(); i++) {
      ConsumerRecord<byte[], byte[]> record = batch.get(i);
      switch (outcomes.get(i)) {
        case Outcome.Outputs made -> {
          made.records().forEach(producer::send);
          outputs += made.records().size();
        }
        case Outcome.Rejected rejected -> {
          producer.send(deadLetters.letter(record, rejected.stage(), rejected.cause()));
          letters++;
          report(record, rejected);
        }
      }
      offsets.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
    }
    try {
      producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
      producer.commitTransaction(); // flushes; a send that failed makes it throw
    } catch (InvalidProducerEpochException e) {
      producer.abortTransaction(); // says whether this was a timeout, or another with our name
      throw e;
    } catch (KafkaException e) {
      if (letters > 0) {
        deadLetters.requireTopic(core, e);
      }
      throw e;
    }
    metrics.committed(batch.size(), outputs, letters, System.nanoTime() - begun);
    offsets.keySet().forEach(p -> consumer.currentLag(p).ifPresent(metrics::lag));
  }

  /** An output that its topic cannot hold makes its input unreadable, not the loop stop. */
  private Outcome fitting(Outcome outcome) {
    if (outcome instanceof Outcome.Outputs made) {
      for (ProducerRecord<byte[], byte[]> record : made.records()) {
        long size = record.value() == null ? 0 : record.value().length;
        if (size > settings.maxOutputBytes()) {
          return new Outcome.Rejected(
              "produce",
              new RecordTooLargeException(
                  "the result has %d bytes, the topic %s holds %d"
                      .formatted(size, record.topic(), settings.maxOutputBytes())));
        }
      }
    }
    return outcome;
  }

  private void rewind(List<ConsumerRecord<byte[], byte[]>> undone) {
    for (int i = undone.size() - 1; i >= 0; i--) {
      ConsumerRecord<byte[], byte[]> record = undone.get(i);
      consumer.seek(new TopicPartition(record.topic(), record.partition()), record.offset());
    }
  }

  /** A poll without an answer says nothing about the cluster; now and then the loop asks. */
  private void probe() {
    if (System.nanoTime() - lastHeard > PROBE_EVERY.toNanos()) {
      consumer.endOffsets(consumer.assignment(), PROBE_LIMIT);
      lastHeard = System.nanoTime();
    }
  }

  private void report(ConsumerRecord<byte[], byte[]> record, Outcome.Rejected rejected) {
    LOG.atWarn()
        .addKeyValue("service", settings.service())
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("stage", rejected.stage())
        .addKeyValue("error", rejected.cause().toString())
        .log("record.dead-lettered");
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO); // an open transaction is aborted by the next session
    consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(CLOSE_LIMIT));
  }
}
