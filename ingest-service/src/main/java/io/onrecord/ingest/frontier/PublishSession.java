package io.onrecord.ingest.frontier;

import io.onrecord.event.PageWire;
import io.onrecord.loop.KafkaClients;
import io.onrecord.settings.CoreSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * A transactional producer that knows, when it opens, everything that was committed before.
 *
 * <p>That is what makes trying again safe: a commit whose answer was lost has happened or not; the
 * next session waits for the old transaction to end, reads the state topic to its end, and
 * publishes only what is still not known there.
 */
final class PublishSession implements AutoCloseable {
  private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(60);

  private final String pages;
  private final String states;
  private final int partitions;
  private final KnownPages known;
  private final Producer<byte[], byte[]> producer;

  private PublishSession(CoreSettings core, KnownPages known, Producer<byte[], byte[]> producer) {
    this.pages = core.topics().names().pages();
    this.states = core.topics().names().fetchState();
    this.known = known;
    this.producer = producer;
    this.partitions = producer.partitionsFor(states).size();
  }

  /** Fences an earlier self, whose unfinished transaction is aborted by that. */
  static PublishSession open(CoreSettings core, KnownPages known, StateFollower follower) {
    String id = core.topics().names().prefix() + ".ingest." + core.instance();
    Producer<byte[], byte[]> producer = KafkaClients.transactionalProducer(core, id);
    try {
      producer.initTransactions();
      follower.caughtUp().get(CATCH_UP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return new PublishSession(core, known, producer);
    } catch (java.util.concurrent.TimeoutException e) {
      producer.close(Duration.ZERO);
      throw new TimeoutException("the state topic could not be read to its end", e);
    } catch (InterruptedException | ExecutionException e) {
      producer.close(Duration.ZERO);
      throw new KafkaException("waiting for the state topic ended", e);
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  private record Written(FetchState state, Future<RecordMetadata> place) {}

  /**
   * Decides and writes one batch, in order, and completes its jobs.
   *
   * @param again whether it was tried before, and may have been committed without our knowing
   */
  void commit(List<Job> batch, boolean again) {
    Map<String, Written> written = new HashMap<>();
    Set<String> committedBefore = new HashSet<>();
    List<Publication> results = new ArrayList<>();
    boolean begun = false;
    for (Job job : batch) {
      Optional<FetchState> before =
          Optional.ofNullable(written.get(job.url().value()))
              .map(Written::state)
              .or(() -> known.find(job.url()));
      Publication result = Publication.UNCHANGED;
      Optional<FetchState> next = next(job, before);
      if (next.isPresent()) {
        if (!begun) {
          producer.beginTransaction();
          begun = true;
        }
        if (job instanceof Job.Seen seen && seen.isNewTo(before)) {
          producer.send(PageWire.write(pages, seen.page()));
          result = Publication.PUBLISHED;
        }
        var record = StateWire.write(states, partitions, job.url(), next.get());
        written.put(job.url().value(), new Written(next.get(), producer.send(record)));
      } else if (again
          && job instanceof Job.Seen seen
          && before.equals(Optional.of(seen.state()))
          && committedBefore.add(job.url().value())) {
        result = Publication.PUBLISHED; // by the earlier try, whose answer was lost
      }
      results.add(result);
    }
    if (begun) {
      end();
      written.forEach(this::remember);
    }
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).done().complete(results.get(i));
    }
  }

  /** The state to write; empty if the one that is known says it all. */
  private static Optional<FetchState> next(Job job, Optional<FetchState> before) {
    return switch (job) {
      case Job.Seen seen -> {
        boolean healthy = before.isPresent() && before.get().failures() == 0;
        yield seen.isNewTo(before) || !healthy ? Optional.of(seen.state()) : Optional.empty();
      }
      case Job.Tried tried ->
          tried.error().isPresent()
              ? Optional.of(
                  FetchState.failed(before, tried.status(), tried.error().get(), tried.at()))
              : before.map(state -> state.seenAgain(tried.at()));
    };
  }

  private void end() {
    try {
      producer.commitTransaction(); // flushes; a send that failed makes it throw
    } catch (InvalidProducerEpochException e) {
      producer.abortTransaction(); // says whether this was a timeout, or another with our name
      throw e;
    }
  }

  private void remember(String url, Written written) {
    try {
      RecordMetadata place = written.place().get();
      known.put(url, written.state(), place.partition(), place.offset());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new KafkaException("a committed state has no place", e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO); // an open transaction is aborted by the next session
  }
}
