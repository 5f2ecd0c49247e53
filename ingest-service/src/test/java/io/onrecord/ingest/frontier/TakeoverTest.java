package io.onrecord.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.ingest.politeness.HostPaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class TakeoverTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private final HostPaces paces =
      new HostPaces(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(1));
  private final Takeover takeover = new Takeover(paces);

  @Test
  void aHostIsLeftAloneForADelayByWhoTakesItOver() {
    takeover.add("h", seen(NOW.minusSeconds(100), Optional.empty()));
    takeover.at(NOW);
    assertThat(paces.readyAt("h")).isEqualTo(NOW.plusSeconds(1).toEpochMilli());
  }

  @Test
  void aHostThatWishesForALongerDelayHasIt() {
    takeover.add("h", seen(NOW.minusSeconds(100), Optional.empty()));
    takeover.add("h", seen(NOW.minusSeconds(50), Optional.of(NOW.minusSeconds(20))));
    takeover.at(NOW);
    assertThat(paces.readyAt("h")).isEqualTo(NOW.plusSeconds(30).toEpochMilli());
  }

  @Test
  void aHostThatAskedToBeLeftAloneIsAndNotForLonger() {
    FetchState busy =
        FetchState.failed(Optional.empty(), OptionalInt.of(429), "busy", NOW.minusSeconds(600));
    takeover.add("h", busy.resting(Optional.of(NOW.plusSeconds(60))));
    takeover.at(NOW);
    assertThat(paces.readyAt("h")).isEqualTo(NOW.plusSeconds(60).toEpochMilli());
  }

  private static FetchState seen(Instant at, Optional<Instant> rests) {
    return FetchState.failed(Optional.empty(), OptionalInt.of(200), "x", at)
        .seenAgain(at)
        .resting(rests);
  }
}
