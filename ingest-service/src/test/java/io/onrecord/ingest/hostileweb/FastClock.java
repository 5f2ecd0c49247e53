package io.onrecord.ingest.hostileweb;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Time that runs faster than the machine's, from a moment on; two processes with the same numbers
 * agree on it.
 */
public final class FastClock extends Clock {
  private final Instant from;
  private final int times;
  private volatile @Nullable Instant begun;

  /** Time that runs so many times as fast since a moment. */
  public FastClock(Instant from, int times) {
    this.from = from;
    this.times = times;
  }

  /** How long something of its time takes the machine. */
  public Duration real(Duration ofItsTime) {
    return ofItsTime.dividedBy(times);
  }

  /** The web begins to live. */
  public void begin() {
    begun = instant();
  }

  /** How much of its time has passed since then. */
  public Duration passed() {
    Instant since = begun;
    return since == null ? Duration.ZERO : Duration.between(since, instant());
  }

  /** The moment at which it agrees with the machine. */
  public Instant from() {
    return from;
  }

  /** How much faster it is. */
  public int times() {
    return times;
  }

  @Override
  public Instant instant() {
    return from.plus(Duration.between(from, Instant.now()).multipliedBy(times));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
