package io.onrecord.index.follow;

import io.micrometer.core.instrument.MeterRegistry;
import io.onrecord.health.Health;
import io.onrecord.index.writer.DocumentSink;
import io.onrecord.loop.Backoff;
import io.onrecord.loop.DeadLetters;
import io.onrecord.loop.Fatal;
import io.onrecord.settings.CoreSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a sink in step with the documents topic, for ever.
 *
 * <p>It works in {@linkplain Session sessions}. Whatever the world does (brokers away, disk full)
 * ends a session; the sink goes back to its last commit, and after a pause the next session reads
 * from there. A record is passed over only when it holds no document, and only after its dead
 * letter is safe. {@link #close} finishes the batch in hand; killing the process loses nothing.
 */
public final class DocumentFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentFollower.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

  /** The parts of {@link Health} that it reports as. */
  public static final String KAFKA = "kafka";

  public static final String INDEX = "index";
  public static final String OPENSEARCH = "opensearch";

  private final CoreSettings core;
  private final int batchRecords;
  private final DocumentSink sink;
  private final DeadLetters deadLetters;
  private final Health health;
  private final String part;
  private final FollowMetrics metrics;
  private final Consumer<Throwable> onFatal;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Backoff backoff = new Backoff();
  private volatile Progress progress;
  private volatile @Nullable Session session;

  private DocumentFollower(
      CoreSettings core,
      int batchRecords,
      DocumentSink sink,
      DeadLetters deadLetters,
      Health health,
      String part,
      MeterRegistry registry,
      Consumer<Throwable> onFatal) {
    this.core = core;
    this.batchRecords = batchRecords;
    this.sink = sink;
    this.deadLetters = deadLetters;
    this.health = health;
    this.metrics = new FollowMetrics(registry, "onrecord." + part);
    this.part = part;
    this.thread = new Thread(this::run, part + "-follower");
    this.onFatal = onFatal;
    this.progress = Progress.none(core.topics().names().documents());
  }

  /**
   * Starts to follow, in a thread of its own.
   *
   * @param batchRecords at most this many records become one commit
   * @param part name of the sink in health and metrics
   * @param onFatal told once, in that thread, when it ends by itself
   */
  public static DocumentFollower start(
      CoreSettings core,
      int batchRecords,
      DocumentSink sink,
      DeadLetters deadLetters,
      Health health,
      String part,
      MeterRegistry registry,
      Consumer<Throwable> onFatal) {
    DocumentFollower follower =
        new DocumentFollower(
            core, batchRecords, sink, deadLetters, health, part, registry, onFatal);
    follower.thread.start();
    return follower;
  }

  /** How far it is. */
  public Progress progress() {
    return progress;
  }

  private void run() {
    try {
      while (!isStopping()) {
        session();
      }
    } catch (RuntimeException | Error e) {
      LOG.atError().setCause(e).log("follower.ended");
      health.notReady(part, "ended: " + e.getMessage());
      onFatal.accept(e);
    }
  }

  private void session() {
    try (Session open = Session.open(core, batchRecords, sink, deadLetters, metrics)) {
      session = open;
      health.ready(KAFKA);
      while (!isStopping()) {
        publish(open.step(), open.hasCaughtUp());
      }
    } catch (WakeupException | InterruptException e) {
      stopping.countDown();
    } catch (KafkaException e) {
      Fatal.rethrowIfSo(e);
      failed(KAFKA, e);
    } catch (IOException e) {
      failed(part, e);
      recover();
    } finally {
      session = null;
    }
  }

  private void publish(Progress reached, boolean caughtUp) {
    progress = reached;
    metrics.lag(reached.lag());
    backoff.reset();
    health.ready(KAFKA);
    if (caughtUp) {
      health.ready(part);
    } else {
      health.notReady(part, "reading the documents that were published before it started");
    }
  }

  /** Until the sink stands on its last commit again: a full disk may take its time. */
  private void recover() {
    while (!isStopping()) {
      try {
        sink.recover();
        return;
      } catch (IOException e) {
        failed(part, e);
      }
    }
  }

  private void failed(String of, Exception e) {
    metrics.failed();
    health.notReady(of, String.valueOf(e.getMessage()));
    Duration pause = backoff.next();
    LOG.atWarn()
        .addKeyValue("part", of)
        .addKeyValue("pauseMs", pause.toMillis())
        .setCause(e)
        .log("follower.retry");
    try {
      if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.atDebug().log("follower.pause-ended-by-stop");
      }
    } catch (InterruptedException interrupted) {
      stopping.countDown();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Finishes the batch in hand and ends; interrupts it when that takes over 90 s. */
  @Override
  public void close() {
    stopping.countDown();
    Session open = session;
    if (open != null) {
      open.wakeUp();
    }
    try {
      thread.join(STOP_LIMIT.toMillis());
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(STOP_LIMIT.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
