package io.onrecord.loop;

import io.micrometer.core.instrument.MeterRegistry;
import io.onrecord.health.Health;
import io.onrecord.settings.CoreSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Consume, transform, produce; for ever, and exactly once.
 *
 * <p>A loop works in {@linkplain Session sessions}. A session that ends with an error leaves
 * nothing behind: its open transaction is aborted, its position is what was last committed, and
 * after a pause a new session starts from there. That is the only way to recover, for every error
 * that the world can offer. What cannot be recovered so (another instance took this one's identity,
 * a dead letter cannot be written, threads are lost) ends the loop, and {@code onFatal} is told.
 *
 * <p>{@link #close} finishes the batch in hand. Killing the process loses nothing.
 */
public final class PipelineLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PipelineLoop.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

  /** The part of {@link Health} that a loop reports as. */
  public static final String PART = "kafka";

  private final CoreSettings core;
  private final LoopSettings settings;
  private final Health health;
  private final LoopMetrics metrics;
  private final Workers workers;
  private final DeadLetters deadLetters;
  private final Consumer<Throwable> onFatal;
  private final Optional<Consumer<Map<TopicPartition, Long>>> onStep;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Backoff backoff = new Backoff();

  private PipelineLoop(
      CoreSettings core,
      LoopSettings settings,
      Transform transform,
      Health health,
      MeterRegistry registry,
      Consumer<Throwable> onFatal,
      Optional<Consumer<Map<TopicPartition, Long>>> onStep) {
    this.core = core;
    this.settings = settings;
    this.health = health;
    this.metrics = new LoopMetrics(registry);
    this.onFatal = onFatal;
    this.onStep = onStep;
    this.workers =
        new Workers(
            settings.service(),
            settings.threads(),
            settings.recordLimit(),
            LoopSettings.BATCH_BUDGET,
            transform);
    this.deadLetters =
        new DeadLetters(
            settings.deadLetters(), settings.service(), settings.version(), Clock.systemUTC());
    this.thread = new Thread(this::run, settings.service() + "-loop");
  }

  /**
   * Starts a loop in a thread of its own.
   *
   * @param onFatal told once, in that thread, when the loop ends by itself
   */
  public static PipelineLoop start(
      CoreSettings core,
      LoopSettings settings,
      Transform transform,
      Health health,
      MeterRegistry registry,
      Consumer<Throwable> onFatal) {
    return started(
        new PipelineLoop(core, settings, transform, health, registry, onFatal, Optional.empty()));
  }

  /**
   * The same for work that has an end.
   *
   * @param onStep told after each batch, and while there is none, where the next records come from;
   *     what is before those positions is committed
   */
  public static PipelineLoop start(
      CoreSettings core,
      LoopSettings settings,
      Transform transform,
      Health health,
      MeterRegistry registry,
      Consumer<Throwable> onFatal,
      Consumer<Map<TopicPartition, Long>> onStep) {
    return started(
        new PipelineLoop(
            core, settings, transform, health, registry, onFatal, Optional.of(onStep)));
  }

  private static PipelineLoop started(PipelineLoop loop) {
    loop.thread.start();
    return loop;
  }

  private void run() {
    try {
      while (!isStopping()) {
        session();
      }
    } catch (RuntimeException | Error e) {
      LOG.atError().addKeyValue("service", settings.service()).setCause(e).log("loop.ended");
      health.notReady(PART, "ended: " + e.getMessage());
      onFatal.accept(e);
    } finally {
      workers.close();
    }
  }

  private void session() {
    try (Session session = Session.open(core, settings, workers, deadLetters, metrics)) {
      health.ready(PART);
      while (!isStopping()) {
        session.step();
        onStep.ifPresent(listener -> listener.accept(session.positions()));
        backoff.reset();
        health.ready(PART);
      }
    } catch (WakeupException | InterruptException e) {
      stopping.countDown();
    } catch (KafkaException e) {
      Fatal.rethrowIfSo(e);
      metrics.failed();
      health.notReady(PART, e.getMessage());
      Duration pause = backoff.next();
      LOG.atWarn()
          .addKeyValue("service", settings.service())
          .addKeyValue("pauseMs", pause.toMillis())
          .setCause(e)
          .log("loop.retry");
      pause(pause);
    }
  }

  private void pause(Duration time) {
    try {
      if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.atDebug().log("loop.pause.ended-by-stop");
      }
    } catch (InterruptedException e) {
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
