package io.onrecord.ingest.sources;

import io.onrecord.health.Health;
import io.onrecord.loop.Backoff;
import io.onrecord.loop.Fatal;
import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.TopicPartitions;
import io.onrecord.settings.CoreSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sources topic: read from its start and followed, so that every instance knows every source
 * within moments of its being named. Thread-safe.
 */
public final class SourceBook implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SourceBook.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int WRITE_SECONDS = 30;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** The part of {@link Health} that it reports as. */
  public static final String PART = "sources";

  private final CoreSettings core;
  private final String topic;
  private final Health health;
  private final Consumer<Throwable> onFatal;
  private final SortedMap<String, NamedSource> sources = new ConcurrentSkipListMap<>();
  private final CountDownLatch read = new CountDownLatch(1);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "ingest-sources");
  private @Nullable Producer<byte[], byte[]> producer;

  private SourceBook(CoreSettings core, Health health, Consumer<Throwable> onFatal) {
    this.core = core;
    this.topic = core.topics().names().sources();
    this.health = health;
    this.onFatal = onFatal;
  }

  /** Starts to read. */
  public static SourceBook start(CoreSettings core, Health health, Consumer<Throwable> onFatal) {
    SourceBook book = new SourceBook(core, health, onFatal);
    book.thread.start();
    return book;
  }

  /** All sources in the order of their names, once the topic has been read. */
  public List<NamedSource> all() {
    return List.copyOf(sources.values());
  }

  /** A source. */
  public Optional<NamedSource> find(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /** Waits until everything that was named before is known. */
  public boolean awaitRead(Duration most) throws InterruptedException {
    return read.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Names a source, or changes it.
   *
   * @throws IllegalArgumentException if another has its address
   */
  public void put(NamedSource source) {
    check(source);
    await(send(source.name(), MAPPER.writeValueAsBytes(source)));
    sources.put(source.name(), source);
  }

  /**
   * Names many sources in one go.
   *
   * @throws IllegalArgumentException if one has the address of another
   */
  public void putAll(List<NamedSource> all) {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (NamedSource source : all) {
      check(source);
      sent.add(send(source.name(), MAPPER.writeValueAsBytes(source)));
    }
    sent.forEach(SourceBook::await);
    all.forEach(source -> sources.put(source.name(), source));
  }

  private void check(NamedSource source) {
    sources.values().stream()
        .filter(other -> other.url().equals(source.url()) && !other.name().equals(source.name()))
        .findFirst()
        .ifPresent(
            other -> {
              throw new IllegalArgumentException(
                  "%s is the source '%s' already".formatted(source.url(), other.name()));
            });
  }

  /** Takes a source away; what it has led to stays. */
  public boolean remove(String name) {
    if (!sources.containsKey(name)) {
      return false;
    }
    await(send(name, null));
    sources.remove(name);
    return true;
  }

  private Future<RecordMetadata> send(String name, byte @Nullable [] value) {
    byte[] key = name.getBytes(StandardCharsets.UTF_8);
    return producer().send(new ProducerRecord<>(topic, key, value));
  }

  /** One for all that is ever named here; opened when something is. */
  private synchronized Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> open = producer;
    if (open == null) {
      open = KafkaClients.producer(core);
      producer = open;
    }
    return open;
  }

  private static void await(Future<RecordMetadata> sent) {
    try {
      sent.get(WRITE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the source could not be kept: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }

  private void run() {
    Backoff backoff = new Backoff();
    while (stopping.getCount() > 0) {
      try {
        follow(backoff);
      } catch (KafkaException e) {
        try {
          Fatal.rethrowIfSo(e);
          health.notReady(PART, "the sources topic cannot be read: " + e.getMessage());
          LOG.atWarn().setCause(e).log("sources.read-failed");
          stopping.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException fatal) {
          onFatal.accept(fatal);
          return;
        } catch (InterruptedException interrupted) {
          return;
        }
      }
    }
  }

  private void follow(Backoff backoff) {
    try (var consumer = KafkaClients.consumer(core, 1000)) {
      List<TopicPartition> partitions = TopicPartitions.of(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (stopping.getCount() > 0) {
        consumer.poll(POLL).forEach(this::apply);
        if (read.getCount() > 0
            && partitions.stream().allMatch(p -> consumer.position(p) >= ends.get(p))) {
          read.countDown();
        }
        if (read.getCount() == 0) {
          health.ready(PART);
        }
        backoff.reset();
      }
    }
  }

  private void apply(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return;
    }
    String name = new String(record.key(), StandardCharsets.UTF_8);
    if (record.value() == null) {
      sources.remove(name);
      return;
    }
    try {
      sources.put(name, MAPPER.readValue(record.value(), NamedSource.class));
    } catch (JacksonException e) {
      LOG.atWarn().addKeyValue("source", name).setCause(e).log("source.unreadable");
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
    synchronized (this) {
      if (producer != null) {
        producer.close(Duration.ofSeconds(5));
      }
    }
  }
}
