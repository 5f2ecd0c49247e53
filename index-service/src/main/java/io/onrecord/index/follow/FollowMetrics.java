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

  FollowMetrics(MeterRegistry registry, String prefix) {
    consumed = registry.counter(prefix + ".records.consumed");
    dead = registry.counter(prefix + ".dead.letters");
    failures = registry.counter(prefix + ".failures");
    batches = registry.timer(prefix + ".batch.seconds");
    lag = registry.gauge(prefix + ".lag.records", new AtomicLong());
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
