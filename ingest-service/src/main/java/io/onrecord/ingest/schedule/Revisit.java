package io.onrecord.ingest.schedule;

import io.onrecord.ingest.politeness.Jitter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The interval at which one kind of address is asked. It halves when something has changed, grows
 * by half when nothing has, and stays within its bounds; a server's wish for more patience is
 * heeded up to the longest interval.
 *
 * @param least shortest interval
 * @param first interval of an address that has just become known
 * @param most longest interval
 */
public record Revisit(Duration least, Duration first, Duration most) {
  private static final int SPREAD = 10;
  private static final int MOST_DOUBLINGS = 16;

  /**
   * When to come again.
   *
   * @param interval before jitter; what the next one is reckoned from
   * @param at the moment
   */
  public record Next(Duration interval, Instant at) {}

  /** After something had changed. */
  public Next changed(String url, Optional<Duration> before, Optional<Duration> wish, Instant now) {
    Duration interval = before.map(last -> last.dividedBy(2)).orElse(first);
    return next(url, bounded(interval), wish, now);
  }

  /** After nothing had changed. */
  public Next unchanged(
      String url, Optional<Duration> before, Optional<Duration> wish, Instant now) {
    Duration interval = before.map(last -> last.multipliedBy(3).dividedBy(2)).orElse(first);
    return next(url, bounded(interval), wish, now);
  }

  /**
   * After it could not be had: the shortest interval, doubled for every failure in a row.
   *
   * @param failures in a row, this one counted
   */
  public Next failed(
      String url, Optional<Duration> before, int failures, Optional<Duration> wish, Instant now) {
    Duration wait =
        bounded(least.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), MOST_DOUBLINGS)));
    Next next = next(url, wait, wish, now);
    return new Next(before.orElse(first), next.at());
  }

  private Next next(String url, Duration interval, Optional<Duration> wish, Instant now) {
    Duration wait =
        wish.filter(w -> w.compareTo(interval) > 0)
            .map(w -> w.compareTo(most) > 0 ? most : w)
            .orElse(interval);
    long spread = wait.toMillis() / SPREAD;
    long jitter = Jitter.of(url, now.toEpochMilli(), spread);
    return new Next(
        interval, now.plusMillis(wait.toMillis() + jitter).truncatedTo(ChronoUnit.MILLIS));
  }

  private Duration bounded(Duration interval) {
    if (interval.compareTo(least) < 0) {
      return least;
    }
    return interval.compareTo(most) > 0 ? most : interval;
  }
}
