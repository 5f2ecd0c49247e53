package io.onrecord.ingest.frontier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.onrecord.event.PageEvent;
import io.onrecord.event.PageFetched;
import io.onrecord.event.Sha256;
import io.onrecord.health.Health;
import io.onrecord.ingest.fetch.Validators;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.loop.Backoff;
import io.onrecord.loop.Fatal;
import io.onrecord.settings.CoreSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes pages, many in one transaction, each with its state; a page counts only after commit.
 *
 * <p>One thread decides and writes, so two pushes of one page are seen one after the other. What
 * waits is bounded in bytes: whoever brings more waits too. When Kafka is away the batch in hand
 * waits with everything behind it, and the service reports itself not ready.
 */
public final class PagePublisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PagePublisher.class);
  private static final int MOST_JOBS = 500;
  private static final int MOST_BYTES = 8 << 20;
  private static final int WAITING_KIB = 64 << 10;

  /**
   * A transaction costs what some dozens of pages cost; whoever waits for his answer waits less.
   */
  private static final Duration LINGER = Duration.ofMillis(50);

  private static final Duration SHORT_LINGER = Duration.ofMillis(5);
  private static final long MOVED_PAUSE_MS = 50;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(45);

  /** The part of {@link Health} that it reports as. */
  public static final String PART = "kafka";

  private final CoreSettings core;
  private final KnownPages known;
  private final StateFollower follower;
  private final Ownership ownership;
  private final Health health;
  private final Consumer<Throwable> onFatal;
  private final Timer commits;
  private final BlockingQueue<Job> queue = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(WAITING_KIB, true);
  private final Set<CompletableFuture<Publication>> open = ConcurrentHashMap.newKeySet();
  private volatile Optional<Throwable> dropped = Optional.empty();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "ingest-publish");

  private PagePublisher(
      CoreSettings core,
      KnownPages known,
      StateFollower follower,
      Ownership ownership,
      Health health,
      MeterRegistry registry,
      Consumer<Throwable> onFatal) {
    this.core = core;
    this.known = known;
    this.follower = follower;
    this.ownership = ownership;
    this.health = health;
    this.onFatal = onFatal;
    this.commits = registry.timer("onrecord.ingest.commit.seconds");
  }

  /** Starts to publish in a thread of its own. */
  public static PagePublisher start(
      CoreSettings core,
      KnownPages known,
      StateFollower follower,
      Ownership ownership,
      Health health,
      MeterRegistry registry,
      Consumer<Throwable> onFatal) {
    PagePublisher publisher =
        new PagePublisher(core, known, follower, ownership, health, registry, onFatal);
    publisher.thread.start();
    return publisher;
  }

  /**
   * Publishes a page if its bytes are new. Blocks while too much waits.
   *
   * @return completes after commit; exceptionally if the service stops before
   */
  public CompletableFuture<Publication> seen(CanonicalUrl url, PageFetched page) {
    return seen(url, page, false);
  }

  /** Publishes a page as it was at its time, unless something later is known of it. */
  public CompletableFuture<Publication> seenThen(CanonicalUrl url, PageFetched page) {
    return seen(url, page, true);
  }

  private CompletableFuture<Publication> seen(
      CanonicalUrl url, PageFetched page, boolean archived) {
    FetchState state =
        FetchState.seen(
            page.status(),
            Sha256.labelled(page.body()),
            new Validators(page.etag(), page.lastModified()),
            page.time());
    return add(new Job.Seen(url, page, state, archived, new CompletableFuture<>()));
  }

  /** Notes that a page could not be fetched. */
  public CompletableFuture<Publication> failed(
      CanonicalUrl url, OptionalInt status, String error, Instant at) {
    return add(new Job.Tried(url, status, Optional.of(error), at, new CompletableFuture<>()));
  }

  /** Notes that a page has not changed, by its server's word. */
  public CompletableFuture<Publication> notModified(CanonicalUrl url, Instant at) {
    return add(
        new Job.Tried(url, OptionalInt.of(304), Optional.empty(), at, new CompletableFuture<>()));
  }

  /**
   * Commits what the frontier has found at an address.
   *
   * @return completes after commit; with {@link LeaseLostException} if the host has moved
   */
  public CompletableFuture<Publication> followed(
      CanonicalUrl url,
      FetchState state,
      Optional<PageEvent> event,
      List<FetchRequest> requests,
      Ownership.Lease lease) {
    return add(new Job.Followed(url, state, event, requests, lease, new CompletableFuture<>()));
  }

  /** Makes state of a request; one that nobody wrote has a negative offset. */
  CompletableFuture<Publication> requested(
      FetchRequest request, Instant at, Ownership.Lease lease, long offset) {
    return add(
        new Job.Requested(
            new CanonicalUrl(request.url()),
            request,
            at,
            lease,
            offset,
            new CompletableFuture<>()));
  }

  private CompletableFuture<Publication> add(Job job) {
    int kib =
        Math.min(WAITING_KIB, 1 + (job.weight() >> 10)); // the largest waits until it is alone
    room.acquireUninterruptibly(kib);
    open.add(job.done());
    job.done()
        .whenComplete(
            (unused, error) -> {
              open.remove(job.done());
              room.release(kib);
            });
    queue.add(job);
    if (!thread.isAlive()) {
      drop(new IllegalStateException("the ingest service has stopped"));
    }
    return job.done();
  }

  /**
   * Completes when everything that was brought before this call is committed, or refused because
   * its host has moved; exceptionally if any of it was dropped.
   */
  CompletableFuture<Void> settled() {
    List<CompletableFuture<Publication>> before = List.copyOf(open);
    return CompletableFuture.allOf(before.toArray(CompletableFuture[]::new))
        .handle(
            (unused, error) -> {
              if (dropped.isPresent()) {
                throw new CompletionException(dropped.get());
              }
              return null;
            });
  }

  private void run() {
    Backoff backoff = new Backoff();
    Optional<PublishSession> session = Optional.empty();
    List<Job> batch = new ArrayList<>();
    boolean tried = false;
    try {
      while (stopping.getCount() > 0 || !queue.isEmpty() || !batch.isEmpty()) {
        try {
          if (session.isEmpty()) {
            session = Optional.of(PublishSession.open(core, known, follower, ownership));
            health.ready(PART);
          }
          if (batch.isEmpty()) {
            take(batch);
          }
          if (!batch.isEmpty()) {
            List<Job> now = batch;
            PublishSession open = session.get();
            boolean again = tried;
            tried = true;
            commits.record(() -> open.commit(now, again));
            batch = new ArrayList<>();
            tried = false;
          }
          backoff.reset();
        } catch (CommitFailedException e) {
          // The group has moved on: what was aborted is tried again under its new generation.
          session = session.filter(PublishSession::abort);
          LOG.atInfo().addKeyValue("jobs", batch.size()).log("publish.generation-changed");
          stopping.await(MOVED_PAUSE_MS, TimeUnit.MILLISECONDS);
        } catch (KafkaException e) {
          session.ifPresent(PublishSession::close);
          session = Optional.empty();
          Fatal.rethrowIfSo(e);
          health.notReady(PART, "pages cannot be published: " + e.getMessage());
          LOG.atWarn().addKeyValue("pages", batch.size()).setCause(e).log("publish.failed");
          if (stopping.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS)) {
            throw e;
          }
        }
      }
    } catch (RuntimeException | InterruptedException e) {
      dropped = Optional.of(e);
      batch.forEach(job -> job.done().completeExceptionally(e));
      drop(e);
      if (stopping.getCount() > 0) {
        onFatal.accept(e);
      }
    } finally {
      session.ifPresent(PublishSession::close);
    }
  }

  /** Waits for a job, then takes what else is there or comes within the linger time. */
  private void take(List<Job> batch) throws InterruptedException {
    Job first = queue.poll(200, TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    batch.add(first);
    long bytes = first.weight();
    long until = System.nanoTime() + linger(first);
    while (batch.size() < MOST_JOBS && bytes < MOST_BYTES) {
      Job next = queue.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (next == null) {
        return;
      }
      batch.add(next);
      bytes += next.weight();
      until = Math.min(until, System.nanoTime() + linger(next));
    }
  }

  private static long linger(Job job) {
    return (job.isUrgent() ? SHORT_LINGER : LINGER).toNanos();
  }

  private void drop(Throwable why) {
    for (Job job = queue.poll(); job != null; job = queue.poll()) {
      job.done().completeExceptionally(why);
    }
  }

  /** Publishes what waits, and stops. */
  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
