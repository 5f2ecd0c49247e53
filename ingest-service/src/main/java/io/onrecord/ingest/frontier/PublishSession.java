package io.onrecord.ingest.frontier;

import io.onrecord.event.PageEvent;
import io.onrecord.event.PageFetched;
import io.onrecord.event.PageWire;
import io.onrecord.event.Sha256;
import io.onrecord.ingest.url.CanonicalUrl;
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
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transactional producer that knows, when it opens, everything that was committed before.
 *
 * <p>That is what makes trying again safe: a commit whose answer was lost has happened or not; the
 * next session waits for the old transaction to end, reads the state topic to its end, and
 * publishes only what is still not known there.
 */
final class PublishSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PublishSession.class);
  private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(60);

  private final String pages;
  private final String states;
  private final String requests;
  private final int requestPartitions;
  private final int partitions;
  private final KnownPages known;
  private final Ownership ownership;
  private final Producer<byte[], byte[]> producer;

  private PublishSession(
      CoreSettings core, KnownPages known, Ownership ownership, Producer<byte[], byte[]> producer) {
    this.ownership = ownership;
    this.requests = core.topics().names().fetchRequests();
    this.requestPartitions = producer.partitionsFor(requests).size();
    this.pages = core.topics().names().pages();
    this.states = core.topics().names().fetchState();
    this.known = known;
    this.producer = producer;
    this.partitions = producer.partitionsFor(states).size();
  }

  /** Fences an earlier self, whose unfinished transaction is aborted by that. */
  static PublishSession open(
      CoreSettings core, KnownPages known, StateFollower follower, Ownership ownership) {
    String id = core.topics().names().prefix() + ".ingest." + core.instance();
    Producer<byte[], byte[]> producer = KafkaClients.transactionalProducer(core, id);
    try {
      producer.initTransactions();
      follower.caughtUp().get(CATCH_UP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      return new PublishSession(core, known, ownership, producer);
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
    Map<Ownership.Lease, Long> leases = new HashMap<>();
    // Before the leases are looked at: a later generation may have given them to another.
    Optional<ConsumerGroupMetadata> generation = ownership.generation();
    List<FetchRequest> notes = new ArrayList<>();
    List<Job> jobs = held(batch, leases, notes);
    boolean begun = !notes.isEmpty();
    if (begun) {
      producer.beginTransaction();
      notes.forEach(n -> producer.send(RequestWire.write(requests, requestPartitions, n)));
    }
    for (Job job : jobs) {
      Optional<FetchState> before = before(job.url().value(), written);
      Optional<FetchState> next = StateChange.of(job, before);
      Publication result = Publication.UNCHANGED;
      if (next.isPresent() || job instanceof Job.Requested) {
        if (!begun) {
          producer.beginTransaction();
          begun = true;
        }
        result = write(job, before, written);
        next.ifPresent(state -> write(job.url(), state, written));
      } else if (again
          && job instanceof Job.Seen seen
          && before.equals(Optional.of(seen.state()))
          && committedBefore.add(job.url().value())) {
        result = Publication.PUBLISHED; // by the earlier try, whose answer was lost
      }
      results.add(result);
    }
    if (begun) {
      Map<TopicPartition, OffsetAndMetadata> offsets = ownership.offsets(leases);
      if (!offsets.isEmpty() && generation.isPresent()) {
        producer.sendOffsetsToTransaction(offsets, generation.get());
      }
      end();
      ownership.committed(offsets);
      written.forEach(this::remember);
    }
    for (int i = 0; i < jobs.size(); i++) {
      jobs.get(i).done().complete(results.get(i));
    }
  }

  /**
   * The jobs whose leases hold, and how far the requests under each are read by them. Of the others
   * only this is worth telling: that a host has asked to be left alone.
   */
  private List<Job> held(
      List<Job> batch, Map<Ownership.Lease, Long> leases, List<FetchRequest> notes) {
    List<Job> jobs = new ArrayList<>();
    for (Job job : batch) {
      Optional<Ownership.Lease> lease = job.lease();
      if (lease.isPresent() && !ownership.holds(lease.get())) {
        if (job instanceof Job.Followed followed) {
          note(followed).ifPresent(notes::add);
        }
        job.done().completeExceptionally(new LeaseLostException());
        continue;
      }
      lease.ifPresent(
          held ->
              leases.merge(held, job instanceof Job.Requested r ? r.offset() + 1 : 0L, Math::max));
      jobs.add(job);
    }
    return jobs;
  }

  private static Optional<FetchRequest> note(Job.Followed job) {
    return job.state()
        .rests()
        .flatMap(
            until ->
                job.state().plan().map(plan -> FetchRequest.note(job.url().value(), plan, until)));
  }

  private Optional<FetchState> before(String url, Map<String, Written> written) {
    return Optional.ofNullable(written.get(url))
        .map(Written::state)
        .or(() -> known.find(new CanonicalUrl(url)));
  }

  /** Writes what a job brings beside its own state. */
  private Publication write(Job job, Optional<FetchState> before, Map<String, Written> written) {
    switch (job) {
      case Job.Seen seen -> {
        if (seen.isNewTo(before)) {
          producer.send(PageWire.write(pages, seen.page(), seen.state().body().orElseThrow()));
          return Publication.PUBLISHED;
        }
      }
      case Job.Followed followed -> {
        followed
            .requests()
            .forEach(r -> producer.send(RequestWire.write(requests, requestPartitions, r)));
        if (followed.event().isPresent()) {
          return publish(followed, followed.event().get(), before, written);
        }
      }
      case Job.Tried tried -> {}
      case Job.Requested requested -> {}
    }
    return Publication.UNCHANGED;
  }

  /** A page may be published under the address that it names as its own. */
  private Publication publish(
      Job.Followed job,
      PageEvent event,
      Optional<FetchState> before,
      Map<String, Written> written) {
    boolean isAlias = !event.url().equals(job.url().value());
    Optional<FetchState> last = isAlias ? before(event.url(), written) : before;
    if (event instanceof PageFetched page) {
      String body = job.state().body().orElseGet(() -> Sha256.labelled(page.body()));
      FetchState seen = StateChange.seen(page, body, last.flatMap(FetchState::plan));
      Optional<String> published = last.flatMap(FetchState::body);
      if (published.equals(seen.body())) {
        return Publication.UNCHANGED;
      }
      if (isAlias && ownership.of(new CanonicalUrl(event.url()).host()).isEmpty()) {
        // Its own name is of a host that another instance follows, and only that one may publish
        // it.
        job.state()
            .plan()
            .map(plan -> askedElsewhere(page.url(), plan))
            .ifPresent(r -> producer.send(RequestWire.write(requests, requestPartitions, r)));
        return Publication.UNCHANGED;
      }
      if (isAlias) {
        // Of two names for one page, the one that published it last tells of its changes.
        if (published.isPresent() && !published.equals(before.flatMap(FetchState::body))) {
          return Publication.UNCHANGED;
        }
        write(new CanonicalUrl(event.url()), seen, written);
      }
      producer.send(PageWire.write(pages, page, body));
      return Publication.PUBLISHED;
    }
    if (last.flatMap(FetchState::body).isEmpty()) {
      return Publication.UNCHANGED;
    }
    producer.send(PageWire.write(pages, event));
    return Publication.PUBLISHED;
  }

  private static FetchRequest askedElsewhere(String url, Plan plan) {
    return new FetchRequest(
        url, FetchRole.PAGE, plan.source(), plan.hops() + 1, Optional.empty(), plan.persons());
  }

  private void write(CanonicalUrl url, FetchState state, Map<String, Written> written) {
    var record = StateWire.write(states, partitions, url, state);
    written.put(url.value(), new Written(state, producer.send(record)));
  }

  /** Undoes the transaction in hand, of which nothing was seen; whether the session lives on. */
  boolean abort() {
    try {
      producer.abortTransaction();
      return true;
    } catch (KafkaException e) {
      LOG.atWarn().setCause(e).log("publish.abort-failed");
      close();
      return false;
    }
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
