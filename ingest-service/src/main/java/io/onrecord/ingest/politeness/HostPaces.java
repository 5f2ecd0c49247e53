package io.onrecord.ingest.politeness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who may ask a host and when: one request at a time, a delay between the end of one and the start
 * of the next, and longer and longer silence while it fails. Thread-safe.
 */
public final class HostPaces {
  private static final Duration LONGEST_SILENCE = Duration.ofHours(1);
  private static final long SHORTEST_SILENCE_MS = 50;
  private static final Duration LONGEST_WISH = Duration.ofDays(1);
  private static final int MOST_IDLE = 50_000;

  /** A host that has answered so often since it last asked to be left alone is as any other. */
  private static final int CALM = 100;

  private final Clock clock;
  private final Duration delay;
  private final Map<String, Pace> paces = new HashMap<>();

  private static final class Pace {
    private boolean busy;
    private long readyAt;
    private int failures;
    private Optional<Duration> asked = Optional.empty();
    private int calm;
  }

  /**
   * Paces.
   *
   * @param delay between two requests to a host that wishes for nothing longer
   */
  public HostPaces(Clock clock, Duration delay) {
    this.clock = clock;
    this.delay = delay;
  }

  /** Takes the host's only place, if it is free and its time has come. */
  public synchronized boolean tryBegin(String host) {
    Pace pace = paces.computeIfAbsent(host, unused -> new Pace());
    if (pace.busy || pace.readyAt > clock.millis()) {
      return false;
    }
    pace.busy = true;
    return true;
  }

  /** Waits for the host's place; for those who have nothing else to do. */
  public synchronized void begin(String host) throws InterruptedException {
    while (!tryBegin(host)) {
      wait(Math.clamp(readyAt(host) - clock.millis(), 1, 100));
    }
  }

  /** When to try again, in milliseconds of the clock; for a busy host a moment from now. */
  public synchronized long readyAt(String host) {
    Pace pace = paces.get(host);
    if (pace == null) {
      return 0;
    }
    return pace.busy ? Math.max(pace.readyAt, clock.millis() + 20) : pace.readyAt;
  }

  /** It is not asked before this, in milliseconds of the clock. */
  public synchronized void rest(String host, long until) {
    Pace pace = paces.computeIfAbsent(host, unused -> new Pace());
    pace.readyAt = Math.max(pace.readyAt, until);
  }

  /** It has asked to be left alone for so long. */
  public synchronized void restFor(String host, Duration pause) {
    hasAsked(host, bounded(pause));
    rest(host, clock.millis() + bounded(pause).toMillis());
  }

  /** Until when it is to be left alone, where that is longer than the usual delay from now. */
  public synchronized Optional<Instant> rests(String host) {
    Pace pace = paces.get(host);
    return pace == null || pace.readyAt <= clock.millis() + delay.toMillis()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(pace.readyAt));
  }

  /** How long it has lately asked to be left alone (Retry-After), if it has. */
  public synchronized Optional<Duration> asked(String host) {
    Pace pace = paces.get(host);
    return pace == null ? Optional.empty() : pace.asked;
  }

  /** It has asked another instance to be left alone for so long. */
  public synchronized void hasAsked(String host, Duration pause) {
    Pace pace = paces.computeIfAbsent(host, unused -> new Pace());
    pace.asked = Optional.of(pause);
    pace.calm = 0;
  }

  /** The delay between two requests to a host that wishes for nothing longer. */
  public Duration delay() {
    return delay;
  }

  /** Gives the place back without having asked. */
  public synchronized void unused(String host) {
    Pace pace = paces.get(host);
    if (pace != null) {
      pace.busy = false;
      notifyAll();
    }
  }

  /**
   * The host has answered.
   *
   * @param wished the delay that its robots.txt wishes for
   */
  public synchronized void answered(String host, Optional<Duration> wished) {
    Pace pace = end(host);
    pace.failures = 0;
    if (pace.asked.isPresent() && ++pace.calm >= CALM) {
      pace.asked = Optional.empty();
    }
    pace.readyAt = Math.max(pace.readyAt, clock.millis() + longer(delay, wished).toMillis());
  }

  /**
   * The host is in trouble, or wants fewer requests.
   *
   * @param wished the delay that its robots.txt wishes for
   * @param retryAfter how long it asks to be left alone
   */
  public synchronized void failed(
      String host, Optional<Duration> wished, Optional<Duration> retryAfter) {
    Pace pace = end(host);
    pace.failures++;
    long base = longer(delay, wished).toMillis();
    long silence = Math.max(base, SHORTEST_SILENCE_MS) << Math.min(pace.failures, 20);
    silence = Math.max(base, Math.min(LONGEST_SILENCE.toMillis(), silence));
    silence += Jitter.of(host, pace.failures, silence / 5);
    if (retryAfter.isPresent()) {
      hasAsked(host, bounded(retryAfter.get()));
      silence = Math.max(silence, bounded(retryAfter.get()).toMillis());
    }
    pace.readyAt = Math.max(pace.readyAt, clock.millis() + silence);
  }

  private static Duration bounded(Duration pause) {
    return pause.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : pause;
  }

  private Pace end(String host) {
    if (paces.size() > MOST_IDLE) {
      long now = clock.millis();
      paces.values().removeIf(pace -> !pace.busy && pace.failures == 0 && pace.readyAt < now);
    }
    Pace pace = paces.computeIfAbsent(host, unused -> new Pace());
    pace.busy = false;
    notifyAll();
    return pace;
  }

  private static Duration longer(Duration one, Optional<Duration> other) {
    return other.filter(wish -> wish.compareTo(one) > 0).orElse(one);
  }
}
