package io.onrecord.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.Person;
import io.onrecord.ingest.url.CanonicalUrl;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PackedStateTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

  static Stream<FetchState> states() {
    Plan plan =
        new Plan(
            FetchRole.SOURCE,
            "访谈",
            NOW.plusSeconds(60),
            Optional.of(Duration.ofMillis(1234)),
            3,
            Optional.of(NOW),
            Optional.of(new Habit(NOW, Duration.ofDays(2), 7)),
            List.of());
    Person guest =
        new Person("李", "guest", "cast", Optional.of("https://l.example/"), Optional.empty());
    Plan episode =
        Plan.now(
            new FetchRequest("u", FetchRole.PAGE, "s", 0, Optional.empty(), List.of(guest)), NOW);
    Plan bare = Plan.now(new FetchRequest("u", FetchRole.PAGE, "s", 0, Optional.empty()), NOW);
    return Stream.of(
        new FetchState(
            OptionalInt.of(200),
            Optional.of("sha256:" + "0f".repeat(32)),
            Optional.of("\"é\""),
            Optional.of("Thu, 01 Jan 2026 00:00:00 GMT"),
            NOW,
            0,
            Optional.empty(),
            Optional.of(plan),
            Optional.of(NOW),
            Optional.of(Duration.ofSeconds(40))),
        FetchState.planned(bare, NOW),
        FetchState.planned(episode, NOW),
        FetchState.failed(Optional.empty(), OptionalInt.of(503), "answered 503", NOW));
  }

  @ParameterizedTest
  @MethodSource("states")
  void aStateIsTheSameAfterPackingAndOnTheWire(FetchState state) {
    assertThat(PackedState.unpack(PackedState.pack(state))).isEqualTo(state);
    byte[] json = StateWire.write("t", 3, new CanonicalUrl("http://h/"), state).value();
    assertThat(StateWire.read("http://h/", json)).contains(state);
  }

  @ParameterizedTest
  @MethodSource("states")
  void itIsSmall(FetchState state) {
    assertThat(PackedState.pack(state).length).isLessThan(168);
  }

  @Test
  void statesOfBeforeThereWerePlansAreRead() {
    String json =
        "{\"status\":200,\"body\":\"sha256:00\",\"fetchedAt\":\"2026-01-01T00:00:00Z\",\"failures\":0}";
    assertThat(StateWire.read("u", json.getBytes(StandardCharsets.UTF_8)))
        .hasValueSatisfying(state -> assertThat(state.plan()).isEmpty());
  }
}
