package io.onrecord.ingest.frontier;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a source has something new.
 *
 * @param lastNew when it last had
 * @param gap typical time between two times, the recent ones counting most
 * @param times how often it had
 */
public record Habit(Instant lastNew, Duration gap, int times) {
  private static final int KNOWN_AFTER = 3;
  private static final int SILENT_GAPS = 5;

  /** The habit of a source that has something for the first time. */
  public static Habit first(Instant now) {
    return new Habit(now, Duration.ZERO, 1);
  }

  /** The habit after something new. */
  public Habit again(Instant now) {
    Duration since = Duration.between(lastNew, now);
    Duration typical =
        times == 1 ? since : gap.multipliedBy(7).plus(since.multipliedBy(3)).dividedBy(10);
    return new Habit(now, typical, times + 1);
  }

  /** Whether it has said nothing for much longer than it is used to. */
  public boolean isSilent(Instant now) {
    return times >= KNOWN_AFTER
        && Duration.between(lastNew, now).compareTo(gap.multipliedBy(SILENT_GAPS)) > 0;
  }
}
