package io.onrecord.loop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Transforms a batch on several threads and gives the outcomes in the batch's order. A record that
 * exceeds its time is interrupted and given up; a thread that does not answer is replaced, so that
 * one poison page costs one dead letter and not the service.
 */
final class Workers implements AutoCloseable {
  /** So many threads may be lost to records that never end before the service says so and stops. */
  private static final int MAX_STUCK = 16;

  /** Deeply nested pages recurse in libraries; this much holds what the JVM's default does not. */
  private static final long STACK_BYTES = 4L << 20;

  private final Transform transform;
  private final Duration limit;
  private final Duration budget;
  private final int threads;
  private final AtomicInteger stuck = new AtomicInteger();
  private final ThreadPoolExecutor pool;

  Workers(String name, int threads, Duration limit, Duration budget, Transform transform) {
    this.transform = transform;
    this.limit = limit;
    this.budget = budget;
    this.threads = threads;
    AtomicInteger number = new AtomicInteger();
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads + MAX_STUCK,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread =
                  new Thread(null, task, name + "-worker-" + number.incrementAndGet(), STACK_BYTES);
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * The outcomes of the batch's records, in order. Fewer than records when the time for the batch
   * is up: the rest has to be read again.
   */
  List<Outcome> run(List<ConsumerRecord<byte[], byte[]>> batch) throws InterruptedException {
    long end = System.nanoTime() + budget.toNanos();
    List<Attempt> attempts = batch.stream().map(Attempt::new).toList();
    attempts.forEach(pool::execute);
    List<Outcome> outcomes = new ArrayList<>(batch.size());
    for (Attempt attempt : attempts) {
      if (System.nanoTime() > end && !attempt.isDone() && !outcomes.isEmpty()) {
        break;
      }
      outcomes.add(await(attempt));
    }
    attempts.subList(outcomes.size(), attempts.size()).forEach(a -> a.cancel(true));
    retryAlone(batch, outcomes);
    return outcomes;
  }

  /**
   * Memory may have run out because of a neighbour in the batch: each such record gets a second try
   * with nothing beside it, so that only the one that really needs too much is a dead letter.
   */
  private void retryAlone(List<ConsumerRecord<byte[], byte[]>> batch, List<Outcome> outcomes)
      throws InterruptedException {
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Rejected rejected
          && rejected.cause() instanceof OutOfMemoryError) {
        Attempt alone = new Attempt(batch.get(i));
        pool.execute(alone);
        outcomes.set(i, await(alone));
      }
    }
  }

  private Outcome await(Attempt attempt) throws InterruptedException {
    while (true) {
      try {
        return attempt.get(attempt.remaining(limit).toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        if (attempt.remaining(limit).isZero() && !attempt.isDone()) {
          return giveUp(attempt);
        }
      } catch (ExecutionException e) {
        return Outcome.Rejected.of(e.getCause());
      }
    }
  }

  private Outcome giveUp(Attempt attempt) {
    if (attempt.giveUp()) {
      int lost = stuck.incrementAndGet();
      if (lost > MAX_STUCK) {
        throw new StuckWorkersException(lost);
      }
      pool.setCorePoolSize(threads + lost);
    }
    return new Outcome.Rejected(
        "transform", new TimeoutException("not done after %s; given up".formatted(limit)));
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  /** One record's transformation. */
  private final class Attempt extends FutureTask<Outcome> {
    private volatile long started;
    private boolean running;
    private boolean givenUp;

    Attempt(ConsumerRecord<byte[], byte[]> record) {
      super(call(record));
    }

    @Override
    public void run() {
      synchronized (this) {
        if (isCancelled()) {
          return;
        }
        started = System.nanoTime();
        running = true;
      }
      try {
        super.run();
      } finally {
        ended();
      }
    }

    private synchronized void ended() {
      running = false;
      if (givenUp) {
        pool.setCorePoolSize(threads + stuck.decrementAndGet());
      }
    }

    /** Interrupts it; true when its thread is still at it, and so has to be replaced. */
    synchronized boolean giveUp() {
      cancel(true);
      givenUp = running;
      return givenUp;
    }

    /** Time left; the whole limit while it waits for a thread. */
    Duration remaining(Duration limit) {
      if (started == 0) {
        return limit;
      }
      Duration left = limit.minusNanos(System.nanoTime() - started);
      return left.isNegative() ? Duration.ZERO : left;
    }
  }

  private Callable<Outcome> call(ConsumerRecord<byte[], byte[]> record) {
    return () -> {
      try {
        return new Outcome.Outputs(List.copyOf(transform.apply(record)));
      } catch (Throwable unreadable) {
        return Outcome.Rejected.of(unreadable);
      }
    };
  }
}
