package io.onrecord.loop;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before the next try: doubling from 100 ms to 10 s, each with full jitter's half.
 */
public final class Backoff {
  private static final long FIRST_MS = 100;
  private static final long MOST_MS = 10_000;

  private long nextMs = FIRST_MS;

  /** The next wait. */
  public Duration next() {
    long wait = nextMs / 2 + ThreadLocalRandom.current().nextLong(nextMs / 2 + 1);
    nextMs = Math.min(MOST_MS, nextMs * 2);
    return Duration.ofMillis(wait);
  }

  /** It worked: the next failure starts from the beginning. */
  public void reset() {
    nextMs = FIRST_MS;
  }
}
