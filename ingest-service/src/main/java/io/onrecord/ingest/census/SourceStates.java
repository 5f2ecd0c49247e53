package io.onrecord.ingest.census;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.sources.NamedSource;
import io.onrecord.ingest.sources.SourceBook;
import io.onrecord.ingest.sources.SourceHealth;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many sources are in which state. All of them are looked at once for all states, and not again
 * within a few seconds, however often {@code /metrics} is asked.
 */
public final class SourceStates {
  private static final long KEPT_NANOS = 5_000_000_000L;
  private static final List<String> STATES = List.of("ok", "new", "failing", "silent", "paused");

  private final SourceBook book;
  private final KnownPages known;
  private final Clock clock;
  private Map<String, Long> counts = Map.of();
  private long countedAt = System.nanoTime() - KEPT_NANOS;

  private SourceStates(SourceBook book, KnownPages known, Clock clock) {
    this.book = book;
    this.known = known;
    this.clock = clock;
  }

  /** Registers {@code onrecord.ingest.sources{state=…}}. */
  public static void register(
      MeterRegistry registry, SourceBook book, KnownPages known, Clock clock) {
    SourceStates states = new SourceStates(book, known, clock);
    for (String state : STATES) {
      registry.gauge(
          "onrecord.ingest.sources", List.of(Tag.of("state", state)), states, s -> s.count(state));
    }
  }

  private synchronized long count(String state) {
    if (System.nanoTime() - countedAt >= KEPT_NANOS) {
      counts = counts();
      countedAt = System.nanoTime();
    }
    return counts.getOrDefault(state, 0L);
  }

  private Map<String, Long> counts() {
    List<NamedSource> all = book.all();
    var now = clock.instant();
    return all.stream()
        .collect(
            Collectors.groupingBy(
                source -> SourceHealth.of(source, known, now).state(), Collectors.counting()));
  }
}
