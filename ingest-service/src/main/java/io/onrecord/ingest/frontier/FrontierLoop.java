package io.onrecord.ingest.frontier;

import io.onrecord.health.Health;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.loop.Backoff;
import io.onrecord.loop.Fatal;
import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.TopicPartitions;
import io.onrecord.settings.CoreSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the hosts among the instances, by the partitions of the requests topic, and turns requests
 * into state.
 *
 * <p>A partition that comes to this instance is taken up in three steps: asking for its committed
 * offset waits for a transaction of its former owner to end; then the state topic is read to its
 * end; then everything in it that is due is offered to the {@link Frontier}. How one goes: {@link
 * Handover}.
 */
public final class FrontierLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FrontierLoop.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration RECONCILE = Duration.ofMillis(500);
  private static final int BATCH = 1000;

  /** The part of {@link Health} that it reports as. */
  public static final String PART = "frontier";

  private final CoreSettings core;
  private final String topic;
  private final KnownPages known;
  private final StateFollower follower;
  private final PagePublisher publisher;
  private final Ownership ownership;
  private final Frontier frontier;
  private final Handover handover;
  private final Duration patience;
  private final Supplier<List<FetchRequest>> wanted;
  private final Clock clock;
  private final Health health;
  private final Consumer<Throwable> onFatal;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "ingest-frontier");
  private final Map<TopicPartition, CompletableFuture<Void>> coming = new HashMap<>();
  private int partitions;
  private long reconciledAt;

  private FrontierLoop(
      CoreSettings core,
      KnownPages known,
      StateFollower follower,
      PagePublisher publisher,
      Ownership ownership,
      Frontier frontier,
      Duration patience,
      Supplier<List<FetchRequest>> wanted,
      Clock clock,
      Health health,
      Consumer<Throwable> onFatal) {
    this.core = core;
    this.topic = core.topics().names().fetchRequests();
    this.known = known;
    this.follower = follower;
    this.publisher = publisher;
    this.ownership = ownership;
    this.frontier = frontier;
    this.handover = new Handover(ownership, frontier, publisher);
    this.patience = patience;
    this.wanted = wanted;
    this.clock = clock;
    this.health = health;
    this.onFatal = onFatal;
  }

  /**
   * Joins the group of those who follow sources.
   *
   * @param patience how long a request takes at most; a partition is given up when its hosts have
   *     answered
   * @param wanted what the sources want followed, whether or not anybody has asked for it
   */
  public static FrontierLoop start(
      CoreSettings core,
      KnownPages known,
      StateFollower follower,
      PagePublisher publisher,
      Ownership ownership,
      Frontier frontier,
      Duration patience,
      Supplier<List<FetchRequest>> wanted,
      Clock clock,
      Health health,
      Consumer<Throwable> onFatal) {
    FrontierLoop loop =
        new FrontierLoop(
            core, known, follower, publisher, ownership, frontier, patience, wanted, clock, health,
            onFatal);
    loop.thread.start();
    return loop;
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
        health.notReady(PART, "the requests topic cannot be read: " + e.getMessage());
        LOG.atWarn().setCause(e).log("frontier.read-failed");
        pause(backoff.next());
      } catch (RuntimeException e) {
        if (stopping.getCount() > 0) {
          onFatal.accept(e);
        }
        return;
      }
    }
  }

  private void follow(Backoff backoff) {
    String group = core.topics().names().prefix() + ".ingest";
    try (var consumer = KafkaClients.consumer(core, group, BATCH)) {
      partitions = TopicPartitions.of(consumer, topic).size();
      ownership.partitionedBy(host -> RequestWire.partition(host, partitions));
      consumer.subscribe(List.of(topic), new Moves(consumer));
      while (stopping.getCount() > 0) {
        var records = consumer.poll(POLL);
        ownership.generation(consumer.groupMetadata());
        takeUp(consumer);
        records.forEach(this::request);
        reconcile();
        health.ready(PART);
        backoff.reset();
      }
    } finally {
      for (int i = 0; i < partitions; i++) {
        ownership.lose(i);
      }
      coming.clear();
      frontier.forget(host -> true);
    }
  }

  /** What the group gives and takes. */
  private final class Moves implements ConsumerRebalanceListener {
    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;

    Moves(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> given) {
      if (given.isEmpty()) {
        return;
      }
      consumer.committed(Set.copyOf(given)); // waits for its former owner's transaction
      consumer.pause(given);
      CompletableFuture<Void> caughtUp = follower.caughtUp();
      given.forEach(partition -> coming.put(partition, caughtUp));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> taken) {
      List<TopicPartition> ours =
          taken.stream().filter(partition -> coming.remove(partition) == null).toList();
      // What is committed while this waits belongs to the generation that has just begun.
      ownership.generation(consumer.groupMetadata());
      try {
        var marked = handover.finish(ours, stopping.getCount() > 0 ? patience : Duration.ZERO);
        if (!marked.isEmpty()) {
          consumer.commitSync(marked);
        }
      } catch (KafkaException e) { // then the next owner is careful
        LOG.atWarn().setCause(e).log("frontier.not-marked");
      } finally {
        onPartitionsLost(taken);
      }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> taken) {
      for (TopicPartition partition : taken) {
        coming.remove(partition);
        ownership.lose(partition.partition());
      }
      frontier.forget(host -> ownership.of(host).isEmpty());
      LOG.atInfo().addKeyValue("partitions", taken.size()).log("frontier.partitions-left");
    }
  }

  private void takeUp(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer) {
    List<TopicPartition> ready = new ArrayList<>();
    coming.forEach(
        (partition, caughtUp) -> {
          if (caughtUp.isDone()) {
            ready.add(partition);
          }
        });
    if (ready.isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(Set.copyOf(ready));
    if (!unmark(consumer, committed)) {
      return;
    }
    ready.forEach(coming::remove);
    Set<Integer> numbers = numbers(ready.stream());
    Set<Integer> abandoned =
        numbers(ready.stream().filter(p -> !Handover.isClean(committed.get(p))));
    Takeover takeover =
        frontier.takeover(host -> abandoned.contains(RequestWire.partition(host, partitions)));
    eachPlanned(numbers, (host, known) -> takeover.add(host, known.state()));
    takeover.at(clock.instant());
    for (TopicPartition partition : ready) {
      OffsetAndMetadata offset = committed.get(partition);
      ownership.take(
          partition.partition(), offset == null ? consumer.position(partition) : offset.offset());
    }
    eachPlanned(
        numbers,
        (host, known) ->
            known
                .state()
                .plan()
                .ifPresent(plan -> frontier.offer(host, known.url(), plan.next().toEpochMilli())));
    consumer.resume(ready);
    reconciledAt = 0;
    LOG.atInfo()
        .addKeyValue("partitions", ready.size())
        .addKeyValue("abandoned", abandoned.size())
        .log("frontier.partitions-taken");
  }

  private static Set<Integer> numbers(Stream<TopicPartition> partitions) {
    return partitions.map(TopicPartition::partition).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * From here on a partition is given up by us, or abandoned.
   *
   * @return false to try again, when the group is being arranged anew
   */
  private static boolean unmark(
      org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
      Map<TopicPartition, OffsetAndMetadata> committed) {
    Map<TopicPartition, OffsetAndMetadata> plain = new HashMap<>();
    committed.forEach(
        (partition, offset) -> {
          if (Handover.isMarked(offset)) {
            plain.put(partition, new OffsetAndMetadata(offset.offset()));
          }
        });
    try {
      if (!plain.isEmpty()) {
        consumer.commitSync(plain);
      }
      return true;
    } catch (RebalanceInProgressException | CommitFailedException e) {
      LOG.atInfo().addKeyValue("partitions", plain.size()).log("frontier.not-taken-yet");
      return false;
    }
  }

  /** Every address of these partitions that is to be asked again, with its host. */
  private void eachPlanned(Set<Integer> numbers, BiConsumer<String, KnownPages.Known> action) {
    known.forEach(
        (url, state) -> {
          if (state.plan().isPresent()) {
            String host = new CanonicalUrl(url).host();
            if (numbers.contains(RequestWire.partition(host, partitions))) {
              action.accept(host, new KnownPages.Known(url, state));
            }
          }
        });
  }

  private void request(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() != null) {
      RequestWire.read(record.value()).ifPresent(request -> add(request, record.offset()));
    }
  }

  private void add(FetchRequest request, long offset) {
    String host = new CanonicalUrl(request.url()).host();
    request.rests().ifPresent(until -> frontier.rest(host, until));
    ownership
        .of(host)
        .ifPresent(
            lease ->
                publisher
                    .requested(
                        request, clock.instant().truncatedTo(ChronoUnit.MILLIS), lease, offset)
                    .thenRun(() -> offer(host, request.url())));
  }

  private void offer(String host, String url) {
    known
        .find(new CanonicalUrl(url))
        .flatMap(FetchState::plan)
        .ifPresent(plan -> frontier.offer(host, url, plan.next().toEpochMilli()));
  }

  /**
   * What a source wants followed and nobody follows is asked for here, by whoever owns its host.
   */
  private void reconcile() {
    long now = System.nanoTime();
    if (reconciledAt != 0 && now - reconciledAt < RECONCILE.toNanos()) {
      return;
    }
    reconciledAt = now;
    for (FetchRequest request : wanted.get()) {
      boolean isFollowed =
          known
              .find(new CanonicalUrl(request.url()))
              .flatMap(FetchState::plan)
              .filter(plan -> plan.source().equals(request.source()))
              .isPresent();
      if (!isFollowed) {
        add(request, -1);
      }
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
      thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
