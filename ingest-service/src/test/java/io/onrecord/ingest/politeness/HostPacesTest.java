package io.onrecord.ingest.politeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HostPacesTest {
  private final Hands clock = new Hands();
  private final HostPaces paces = new HostPaces(clock, Duration.ofSeconds(1));

  @Test
  void oneRequestAtATimeAndADelayAfterIt() {
    assertThat(paces.tryBegin("h")).isTrue();
    assertThat(paces.tryBegin("h")).isFalse();
    assertThat(paces.tryBegin("other")).isTrue();
    paces.answered("h", Optional.empty());
    clock.pass(Duration.ofMillis(999));
    assertThat(paces.tryBegin("h")).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(paces.tryBegin("h")).isTrue();
    paces.unused("h");
    assertThat(paces.tryBegin("h")).as("what was not used costs no delay").isTrue();
  }

  @Test
  void aLongerWishIsHeeded() {
    paces.tryBegin("h");
    paces.answered("h", Optional.of(Duration.ofSeconds(10)));
    clock.pass(Duration.ofSeconds(9));
    assertThat(paces.tryBegin("h")).isFalse();
    clock.pass(Duration.ofSeconds(1));
    assertThat(paces.tryBegin("h")).isTrue();
  }

  @Test
  void troubleIsAnsweredWithSilenceThatGrowsAndEnds() {
    long last = 0;
    for (int i = 0; i < 5; i++) {
      paces.tryBegin("h");
      paces.failed("h", Optional.empty(), Optional.empty());
      long silence = paces.readyAt("h") - clock.millis();
      assertThat(silence).isGreaterThan(last);
      last = silence;
      clock.pass(Duration.ofMillis(silence));
    }
    paces.tryBegin("h");
    paces.failed("h", Optional.empty(), Optional.of(Duration.ofMinutes(10)));
    assertThat(paces.readyAt("h") - clock.millis()).isEqualTo(Duration.ofMinutes(10).toMillis());
    clock.pass(Duration.ofMinutes(10));
    paces.tryBegin("h");
    paces.answered("h", Optional.empty());
    assertThat(paces.readyAt("h") - clock.millis()).isEqualTo(1000);
  }

  @Test
  void thatAHostHasAskedForAPauseIsRememberedUntilItIsCalm() {
    paces.tryBegin("h");
    paces.failed("h", Optional.empty(), Optional.of(Duration.ofSeconds(40)));
    for (int i = 0; i < 99; i++) {
      clock.pass(Duration.ofMinutes(1));
      assertThat(paces.tryBegin("h")).isTrue();
      paces.answered("h", Optional.empty());
      assertThat(paces.asked("h")).contains(Duration.ofSeconds(40));
    }
    clock.pass(Duration.ofMinutes(1));
    paces.tryBegin("h");
    paces.answered("h", Optional.empty());
    assertThat(paces.asked("h")).isEmpty();
  }

  @Test
  void whatARobotsTxtAsksForIsNotForgottenWhenItsPlaceIsGivenBack() {
    paces.tryBegin("h");
    paces.restFor("h", Duration.ofMinutes(3));
    paces.answered("h", Optional.empty());
    assertThat(paces.rests("h")).contains(clock.instant().plus(Duration.ofMinutes(3)));
  }

  /** A clock whose hands are moved by hand. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
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
}
