package io.onrecord.index.api;

import io.onrecord.document.Provenance;
import io.onrecord.event.Sha256;
import io.onrecord.loop.KafkaClients;
import io.onrecord.settings.CoreSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Reads raw pages from their place in the pages topic, one at a time, by one consumer that is kept.
 * What is found there is only given out when its hash is the one that the document names: an offset
 * alone would be somebody else's page after a topic was made anew.
 */
final class RawPages implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(8);
  private static final Duration POLL = Duration.ofMillis(500);

  /** One page is wanted; a broker always gives at least the first, however large. */
  private static final String FETCH_BYTES = "65536";

  private final CoreSettings core;
  private final String topic;
  private final ReentrantLock turn = new ReentrantLock(true);
  private @Nullable Consumer<byte[], byte[]> kept;

  RawPages(CoreSettings core) {
    Map<String, String> kafka = new TreeMap<>(core.kafka());
    kafka.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
    kafka.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    kafka.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(LIMIT.toMillis()));
    this.core = new CoreSettings(kafka, core.topics(), core.instance());
    this.topic = core.topics().names().pages();
  }

  /** The page's bytes as they were fetched. */
  byte[] read(Provenance place) {
    if (!place.topic().equals(Optional.of(topic))
        || place.partition().isEmpty()
        || place.offset().isEmpty()) {
      throw new ProblemException(
          404, "the document names no page in %s, the topic that is kept here".formatted(topic));
    }
    TopicPartition partition = new TopicPartition(topic, place.partition().getAsInt());
    byte[] body =
        alone(() -> find(partition, place.offset().getAsLong())).orElseThrow(RawPages::gone);
    if (!Sha256.labelled(body).equals(place.body())) {
      throw gone();
    }
    return body;
  }

  private static ProblemException gone() {
    return new ProblemException(410, "the page is no longer kept in the topic");
  }

  private interface Reading {
    Optional<byte[]> read();
  }

  private Optional<byte[]> alone(Reading reading) {
    try {
      if (!turn.tryLock(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ProblemException(503, "too many pages are being read; try again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(503, "the service is stopping", e);
    }
    try {
      return reading.read();
    } catch (InterruptException e) {
      forget();
      throw new ProblemException(503, "the service is stopping", e);
    } catch (KafkaException e) {
      forget();
      throw new ProblemException(503, "Kafka does not answer: " + e.getMessage(), e);
    } finally {
      turn.unlock();
    }
  }

  private Optional<byte[]> find(TopicPartition partition, long offset) {
    Consumer<byte[], byte[]> consumer = kept == null ? KafkaClients.consumer(core, 1) : kept;
    kept = consumer;
    List<TopicPartition> one = List.of(partition);
    consumer.assign(one);
    consumer.seek(partition, offset);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
        return record.offset() == offset ? Optional.ofNullable(record.value()) : Optional.empty();
      }
      if (consumer.beginningOffsets(one).get(partition) > offset
          || consumer.endOffsets(one).get(partition) <= offset) {
        return Optional.empty();
      }
    }
    throw new org.apache.kafka.common.errors.TimeoutException("no answer in " + LIMIT);
  }

  private void forget() {
    if (kept != null) {
      kept.close(CloseOptions.timeout(Duration.ZERO));
      kept = null;
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      forget();
    } finally {
      turn.unlock();
    }
  }
}
