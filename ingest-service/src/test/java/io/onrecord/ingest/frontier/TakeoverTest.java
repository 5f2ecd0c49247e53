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
  private final Takeover takeover = new Takeover(paces, "abandoned"::equals);

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

  @Test
  void whoWasKilledMayHaveBeenAskedForThePauseThatTheHostLastAskedFor() {
    takeover.add("abandoned", due(NOW.minusSeconds(5)));
    takeover.add("h", due(NOW.minusSeconds(5)));
    takeover.at(NOW);
    assertThat(paces.readyAt("abandoned")).isEqualTo(NOW.plusSeconds(40).toEpochMilli());
    assertThat(paces.readyAt("h")).as("was given up").isEqualTo(NOW.plusSeconds(1).toEpochMilli());
    assertThat(paces.asked("h")).as("is handed on").contains(Duration.ofSeconds(40));
  }

  @Test
  void whereNothingWasDueNothingWasAskedBeforeTheKill() {
    takeover.add("abandoned", due(NOW.plusSeconds(5)));
    takeover.at(NOW);
    assertThat(paces.readyAt("abandoned")).isEqualTo(NOW.plusSeconds(1).toEpochMilli());
  }

  @Test
  void aRestThatIsLongPastIsNoWishForADelay() {
    FetchState old = seen(NOW.minus(Duration.ofDays(1)), Optional.of(NOW.plusSeconds(5)));
    takeover.add("h", old);
    takeover.at(NOW);
    assertThat(paces.readyAt("h")).isEqualTo(NOW.plusSeconds(5).toEpochMilli());
  }

  private static FetchState due(Instant next) {
    FetchRequest request = new FetchRequest("u", FetchRole.PAGE, "s", 0, Optional.empty());
    return seen(NOW.minusSeconds(100), Optional.empty())
        .with(Optional.of(Plan.now(request, next)))
        .resting(Optional.empty(), Optional.of(Duration.ofSeconds(40)));
  }

  private static FetchState seen(Instant at, Optional<Instant> rests) {
    return FetchState.failed(Optional.empty(), OptionalInt.of(200), "x", at)
        .seenAgain(at)
        .resting(rests);
  }
}
