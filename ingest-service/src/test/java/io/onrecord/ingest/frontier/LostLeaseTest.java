package io.onrecord.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.onrecord.health.Health;
import io.onrecord.ingest.IngestWorld;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.loop.KafkaClients;
import io.onrecord.settings.CoreSettings;
import io.onrecord.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What an instance learns after its hosts have moved is no state any more, but may be news. */
final class LostLeaseTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final CanonicalUrl PAGE = new CanonicalUrl("http://busy.example/a");
  private final Plan plan =
      Plan.now(new FetchRequest(PAGE.value(), FetchRole.PAGE, "s", 0, Optional.empty()), NOW);

  @Test
  void thatAHostWantsToBeLeftAloneIsToldToItsNextOwner() throws Exception {
    Instant until = NOW.plusSeconds(40);
    List<Throwable> fatal = new CopyOnWriteArrayList<>();
    Health health = new Health(StateFollower.PART, PagePublisher.PART);
    KnownPages known = new KnownPages();
    try (IngestWorld world = new IngestWorld()) {
      CoreSettings core = world.core();
      try (var admin = KafkaClients.admin(core)) {
        Topics.ensure(admin, core.topics().all());
      }
      Ownership ownership = new Ownership(core.topics().names().fetchRequests());
      ownership.partitionedBy(host -> 0);
      try (StateFollower follower = StateFollower.start(core, known, health, fatal::add);
          PagePublisher publisher =
              PagePublisher.start(
                  core,
                  known,
                  follower,
                  ownership,
                  health,
                  new SimpleMeterRegistry(),
                  fatal::add)) {
        ownership.take(0, 0);
        Ownership.Lease lease = ownership.of("busy.example").orElseThrow();
        ownership.lose(0);
        FetchState busy =
            FetchState.failed(Optional.empty(), OptionalInt.of(429), "busy", NOW)
                .with(Optional.of(plan))
                .resting(Optional.of(until));
        assertThatThrownBy(
                () -> publisher.followed(PAGE, busy, Optional.empty(), List.of(), lease).join())
            .isInstanceOf(CompletionException.class)
            .hasCauseInstanceOf(LeaseLostException.class);
      }
      assertThat(known.size()).isZero();
      assertThat(requests(core)).containsExactly(FetchRequest.note(PAGE.value(), plan, until));
      assertThat(fatal).isEmpty();
    }
  }

  @Test
  void aNoteChangesNothingButTheRest() {
    FetchState state = FetchState.planned(plan, NOW);
    FetchState rests = state.resting(Optional.of(NOW.plusSeconds(40)));
    assertThat(noted(Optional.of(state), NOW.plusSeconds(40))).contains(rests);
    assertThat(noted(Optional.of(rests), NOW.plusSeconds(30))).as("the later counts").isEmpty();
    assertThat(noted(Optional.empty(), NOW.plusSeconds(40))).as("nobody follows it").isEmpty();
  }

  private Optional<FetchState> noted(Optional<FetchState> before, Instant until) {
    FetchRequest note = FetchRequest.note(PAGE.value(), plan, until);
    return StateChange.of(
        new Job.Requested(
            PAGE,
            note,
            NOW,
            new Ownership.Lease(0, 1),
            7,
            new java.util.concurrent.CompletableFuture<>()),
        before);
  }

  private static List<FetchRequest> requests(CoreSettings core) {
    String topic = core.topics().names().fetchRequests();
    List<FetchRequest> requests = new ArrayList<>();
    try (var consumer = KafkaClients.consumer(core, 100)) {
      List<TopicPartition> all =
          consumer.partitionsFor(topic).stream()
              .map(p -> new TopicPartition(topic, p.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      var ends = consumer.endOffsets(all);
      while (!all.stream().allMatch(p -> consumer.position(p) >= ends.get(p))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> RequestWire.read(record.value()).ifPresent(requests::add));
      }
    }
    return requests;
  }
}
