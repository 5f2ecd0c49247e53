package io.onrecord.loop;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicLong;

/** The numbers of a loop. */
final class LoopMetrics {
  private final Counter consumed;
  private final Counter produced;
  private final Counter dead;
  private final Counter failures;
  private final Timer batches;
  private final AtomicLong lag;

  LoopMetrics(MeterRegistry registry) {
    consumed = registry.counter("onrecord.loop.records.consumed");
    produced = registry.counter("onrecord.loop.records.produced");
    dead = registry.counter("onrecord.loop.dead.letters");
    failures = registry.counter("onrecord.loop.failures");
    batches =
        Timer.builder("onrecord.loop.batch.seconds")
            .publishPercentileHistogram(false)
            .register(registry);
    lag = registry.gauge("onrecord.loop.lag.records", new AtomicLong());
  }

  void committed(int records, int outputs, int letters, long nanos) {
    consumed.increment(records);
    produced.increment(outputs);
    dead.increment(letters);
    batches.record(nanos, java.util.concurrent.TimeUnit.NANOSECONDS);
  }

  void failed() {
    failures.increment();
  }

  void lag(long records) {
    lag.set(records);
  }
}
