package io.onrecord.index.follow;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The numbers of following a topic. */
final class FollowMetrics {
  private final Counter consumed;
  private final Counter dead;
  private final Counter failures;
  private final Timer batches;
  private final AtomicLong lag;

  FollowMetrics(MeterRegistry registry) {
    consumed = registry.counter("onrecord.index.records.consumed");
    dead = registry.counter("onrecord.index.dead.letters");
    failures = registry.counter("onrecord.index.failures");
    batches = registry.timer("onrecord.index.batch.seconds");
    lag = registry.gauge("onrecord.index.lag.records", new AtomicLong());
  }

  void applied(int records, int letters, long nanos) {
    consumed.increment(records);
    dead.increment(letters);
    batches.record(nanos, TimeUnit.NANOSECONDS);
  }

  void failed() {
    failures.increment();
  }

  void lag(long records) {
    lag.set(records);
  }
}
