package io.onrecord.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RevisitTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final Revisit revisit =
      new Revisit(Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(24));

  @Test
  void theIntervalFollowsHowOftenItChanges() {
    Optional<Duration> interval = Optional.empty();
    for (int i = 0; i < 20; i++) {
      interval = Optional.of(revisit.unchanged("u", interval, Optional.empty(), NOW).interval());
    }
    assertThat(interval).contains(Duration.ofHours(24));
    for (int i = 0; i < 20; i++) {
      interval = Optional.of(revisit.changed("u", interval, Optional.empty(), NOW).interval());
    }
    assertThat(interval).contains(Duration.ofMinutes(5));
  }

  @Test
  void theMomentIsSpreadByLessThanATenthAndAlwaysTheSame() {
    Revisit.Next one = revisit.unchanged("u", Optional.empty(), Optional.empty(), NOW);
    assertThat(one).isEqualTo(revisit.unchanged("u", Optional.empty(), Optional.empty(), NOW));
    assertThat(one.at())
        .isBetween(NOW.plus(Duration.ofMinutes(15)), NOW.plus(Duration.ofSeconds(990)));
    assertThat(revisit.unchanged("v", Optional.empty(), Optional.empty(), NOW).at())
        .isNotEqualTo(one.at());
  }

  @Test
  void aServersWishIsHeededWithinBounds() {
    Revisit.Next hour =
        revisit.changed("u", Optional.empty(), Optional.of(Duration.ofHours(1)), NOW);
    assertThat(hour.at()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(1)));
    assertThat(hour.interval()).isEqualTo(Duration.ofMinutes(15));
    Revisit.Next year =
        revisit.changed("u", Optional.empty(), Optional.of(Duration.ofDays(365)), NOW);
    assertThat(year.at()).isBefore(NOW.plus(Duration.ofHours(27)));
    Revisit.Next hasty = revisit.changed("u", Optional.empty(), Optional.of(Duration.ZERO), NOW);
    assertThat(hasty.at()).isAfterOrEqualTo(NOW.plus(Duration.ofMinutes(15)));
  }

  @Test
  void failuresWaitLongerAndLonger() {
    Duration last = Duration.ZERO;
    for (int failures = 1; failures <= 6; failures++) {
      Duration wait =
          Duration.between(
              NOW, revisit.failed("u", Optional.empty(), failures, Optional.empty(), NOW).at());
      assertThat(wait).isGreaterThan(last);
      last = wait;
    }
    assertThat(revisit.failed("u", Optional.empty(), 200, Optional.empty(), NOW).at())
        .isBefore(NOW.plus(Duration.ofHours(27)));
  }
}
