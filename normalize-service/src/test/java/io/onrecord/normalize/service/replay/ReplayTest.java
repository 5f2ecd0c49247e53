package io.onrecord.normalize.service.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.onrecord.document.Document;
import io.onrecord.normalize.service.NormalizeService;
import io.onrecord.normalize.service.replay.ReplayState.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Replay, diff, promote and discard, against a real broker and beside a live service. */
final class ReplayTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int PAGES = 30;

  @Test
  void twoReplaysGiveTheSameDocumentsByteForByteAndTheLiveOnesTooAreTheSame() throws Exception {
    ReplayWorld world = lived();
    assertThat(run(world, "one", Selection.ALL).status()).isEqualTo(Status.FINISHED);
    run(world, "two", Selection.ALL);
    Map<String, String> one = values(world, world.names.shadow("one"));
    assertThat(one).hasSize(PAGES).isEqualTo(values(world, world.names.shadow("two")));
    assertThat(one).isEqualTo(values(world, world.names.documents()));
    assertThat(Promotion.diff(world.core, "one").counts())
        .isEqualTo(new DiffReport.Counts(PAGES, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void whatAReplayWouldChangeIsToldPublishedOnceAndNothingElse() throws Exception {
    ReplayWorld world = lived();
    world.wasRead(3, d -> titled(d, "Advert! Talk 3"));
    world.wasRead(4, d -> texted(d, "Something else altogether."));
    world.see(ReplayWorld.gone(5), ReplayWorld.page(PAGES, "New and not yet live."));
    Document untouched = world.document(6);
    run(world, "better", Selection.ALL);

    DiffReport report = Promotion.diff(world.core, "better");
    assertThat(report.counts()).isEqualTo(new DiffReport.Counts(PAGES - 3, 2, 1, 1, 0, 0, 0));
    assertThat(report.similarity().stream().mapToLong(DiffReport.Bin::documents).sum())
        .isEqualTo(2);
    assertThat(report.worst()).hasSize(2);
    DiffReport.Pair worst = report.worst().getFirst();
    assertThat(worst.id()).isEqualTo(ReplayWorld.id(4));
    assertThat(worst.similarity()).isLessThan(0.5);
    assertThat(worst.rows().getFirst().live()).isEqualTo("Something else altogether.");
    assertThat(worst.rows().getFirst().replayed()).contains("lighthouse number 4");
    assertThat(new Replays(world.core).require("better").report()).contains(report);

    int before = world.read(world.names.documents()).size();
    assertThat(Promotion.promote(world.core, "better", Gate.DEFAULT, n -> {}))
        .isEqualTo(new Promotion.Done(3, 1, 0));
    assertThat(world.read(world.names.documents())).hasSize(before + 4);
    assertThat(world.document(3).title()).contains("Talk 3");
    assertThat(world.document(6)).isEqualTo(untouched);
    assertThat(world.latest(world.names.documents()).get(ReplayWorld.id(5)).value()).isNull();

    assertThat(Promotion.promote(world.core, "better", Gate.DEFAULT, n -> {}))
        .isEqualTo(new Promotion.Done(0, 0, 0));
    assertThat(new Replays(world.core).require("better").status()).isEqualTo(Status.PROMOTED);
  }

  @Test
  void aClockThatJumpsChangesNeitherTheOrderNorWhatAReplayGives() throws Exception {
    ReplayWorld world = new ReplayWorld();
    AtomicInteger calls = new AtomicInteger();
    Instant begin = Instant.now();
    InstantSource jumping = // an hour forth, an hour back, and two hours back
        () -> begin.plusSeconds(3_600L * (calls.getAndIncrement() * 2 % 5 - 2));
    int revisions = 10;
    try (NormalizeService live = world.live()) {
      for (int revision = 0; revision < revisions; revision++) {
        for (int page = 0; page < 3; page++) {
          world.see(page, "Revision %d.".formatted(revision), jumping);
        }
      }
      await().atMost(SOON).until(() -> world.read(world.names.documents()).size() == 3 * revisions);
    }
    for (int page = 0; page < 3; page++) {
      String id = ReplayWorld.id(page);
      assertThat(world.read(world.names.documents()))
          .filteredOn(record -> new String(record.key(), UTF_8).equals(id))
          .extracting(
              record ->
                  new String(record.value(), UTF_8).replaceAll("(?s).*?(Revision \\d+).*", "$1"))
          .containsExactlyElementsOf(
              IntStream.range(0, revisions).mapToObj(i -> "Revision " + i).toList());
    }
    run(world, "one", Selection.ALL);
    run(world, "two", Selection.ALL);
    assertThat(values(world, world.names.shadow("one")))
        .hasSize(3)
        .isEqualTo(values(world, world.names.shadow("two")))
        .isEqualTo(values(world, world.names.documents()));
    assertThat(Promotion.diff(world.core, "one").counts())
        .isEqualTo(new DiffReport.Counts(3, 0, 0, 0, 0, 0, 0));
    assertThat(Promotion.promote(world.core, "one", Gate.DEFAULT, n -> {}))
        .isEqualTo(new Promotion.Done(0, 0, 0));
    assertThat(world.fatal).isEmpty();
  }

  @Test
  void aReplayThatIsStoppedGoesOnWhereItWas() throws Exception {
    ReplayWorld world = lived();
    AtomicInteger told = new AtomicInteger();
    Thread first =
        new Thread(
            () ->
                Replay.run(
                    world.core,
                    "slow",
                    Selection.ALL,
                    new Replay.Pace(1, 5),
                    (read, all) -> told.incrementAndGet()));
    first.setUncaughtExceptionHandler((thread, end) -> told.set(Integer.MAX_VALUE));
    first.start();
    await().atMost(SOON).until(() -> told.get() > 1);
    first.interrupt();
    first.join();
    assertThat(new Replays(world.core).require("slow").status()).isEqualTo(Status.UNFINISHED);
    assertThatThrownBy(() -> Promotion.diff(world.core, "slow"))
        .isInstanceOf(ReplayRefusedException.class)
        .hasMessageContaining("not finished");
    run(world, "slow", Selection.ALL);
    assertThat(world.read(world.names.shadow("slow"))).hasSize(PAGES);
  }

  @Test
  void onlyTheSelectedPagesAreReadAndOthersAreNotLost() throws Exception {
    ReplayWorld world = lived();
    run(
        world,
        "even",
        new Selection(
            Optional.empty(), Optional.empty(), Set.of("even.example.org"), Set.of(), Set.of()));
    assertThat(world.latest(world.names.shadow("even"))).hasSize(PAGES / 2);
    assertThat(Promotion.diff(world.core, "even").counts())
        .isEqualTo(new DiffReport.Counts(PAGES / 2, 0, 0, 0, 0, 0, 0));
    Selection third =
        new Selection(Optional.empty(), Optional.empty(), Set.of(), Set.of("third"), Set.of());
    run(world, "third", third);
    assertThat(world.latest(world.names.shadow("third"))).hasSize(PAGES / 3);
    run(
        world,
        "one-page",
        new Selection(
            Optional.empty(), Optional.empty(), Set.of(), Set.of(), Set.of(ReplayWorld.id(7))));
    assertThat(world.latest(world.names.shadow("one-page"))).containsOnlyKeys(ReplayWorld.id(7));
    assertThatThrownBy(() -> run(world, "third", Selection.ALL))
        .isInstanceOf(ReplayRefusedException.class)
        .hasMessageContaining("third");
  }

  @Test
  void theGateRefusesWhatIsLostAndWhatFails() throws Exception {
    ReplayWorld world = lived();
    Document stray = texted(world.document(2), "It was never made of a page that is kept.");
    world.send(
        List.of(
            new ProducerRecord<>(
                world.names.documents(),
                "00000000000000000000000000000000".getBytes(UTF_8),
                io.onrecord.document.DocumentJson.write(stray))));
    ProducerRecord<byte[], byte[]> unreadable =
        new ProducerRecord<>(
            world.names.pages(),
            ReplayWorld.id(1).getBytes(UTF_8),
            "no page event".getBytes(UTF_8));
    world.send(List.of(unreadable));
    run(world, "bad", Selection.ALL);
    DiffReport report = Promotion.diff(world.core, "bad");
    assertThat(report.counts().lost()).isEqualTo(1);
    assertThat(report.counts().failed()).isEqualTo(1);
    assertThat(report.lost()).hasSize(1);
    assertThat(report.failed().getFirst().why()).contains("ce_type is missing");
    assertThatThrownBy(() -> Promotion.promote(world.core, "bad", Gate.DEFAULT, n -> {}))
        .isInstanceOf(ReplayRefusedException.class)
        .hasMessageContaining("would be lost");
    assertThatThrownBy(() -> Promotion.promote(world.core, "bad", new Gate(1, 0.01), n -> {}))
        .isInstanceOf(ReplayRefusedException.class)
        .hasMessageContaining("failed");
    assertThat(Promotion.promote(world.core, "bad", new Gate(1, 0.5), n -> {}).published())
        .isZero();
  }

  @Test
  void aPromotionThatIsKilledHalfWayIsFinishedByTheNextAndPublishesNothingTwice() throws Exception {
    ReplayWorld world = lived();
    world.see(1000, 1350);
    run(world, "big", Selection.ALL);
    assertThatThrownBy(
            () ->
                Promotion.promote(
                    world.core,
                    "big",
                    Gate.DEFAULT,
                    n -> {
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(world.latest(world.names.documents()).size()).isBetween(PAGES + 50, PAGES + 349);
    Promotion.promote(world.core, "big", Gate.DEFAULT, n -> {});
    assertThat(world.read(world.names.documents())).hasSize(PAGES + 350);
    assertThat(world.latest(world.names.documents())).hasSize(PAGES + 350);
  }

  @Test
  void aLivePageThatArrivesMeanwhileAlwaysEndsAsTheNewerVersion() throws Exception {
    ReplayWorld world = lived();
    for (int i = 0; i < PAGES; i++) {
      world.wasRead(i, d -> titled(d, "Advert!"));
    }
    run(world, "raced", Selection.ALL);
    try (NormalizeService live = world.live()) {
      world.see(ReplayWorld.page(1, "Newer before the promotion."));
      await().atMost(SOON).until(() -> world.document(1).text().contains("Newer before"));
      assertThat(Promotion.diff(world.core, "raced").counts().newer()).isEqualTo(1);
      Thread feeder =
          new Thread(
              () -> {
                try {
                  for (int i = 2; i < PAGES; i++) {
                    world.see(ReplayWorld.page(i, "Newer meanwhile."));
                  }
                } catch (Exception e) {
                  world.fatal.add(e);
                }
              });
      feeder.start();
      Promotion.promote(world.core, "raced", Gate.DEFAULT, n -> {});
      feeder.join();
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> {
                for (int i = 2; i < PAGES; i++) {
                  assertThat(world.document(i).text()).contains("Newer meanwhile");
                }
              });
    }
    assertThat(world.document(0).title()).contains("Talk 0");
    assertThat(world.document(1).text()).contains("Newer before");
    assertThat(world.fatal).isEmpty();
  }

  @Test
  void aDiscardedReplayLeavesNothingBehind() throws Exception {
    ReplayWorld world = lived();
    run(world, "gone", Selection.ALL);
    Replays replays = new Replays(world.core);
    assertThat(replays.list()).extracting(ReplayState::name).containsExactly("gone");
    replays.discard("gone");
    assertThat(replays.list()).isEmpty();
    assertThatThrownBy(() -> replays.discard("gone")).hasMessageContaining("there is no replay");
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> run(world, "gone", Selection.ALL).status() == Status.FINISHED);
    assertThat(world.latest(world.names.shadow("gone"))).hasSize(PAGES);
  }

  /** Pages, and what a live service has made of them; the service is stopped. */
  private static ReplayWorld lived() throws Exception {
    ReplayWorld world = new ReplayWorld();
    world.see(0, PAGES);
    try (NormalizeService live = world.live()) {
      await().atMost(SOON).until(() -> world.latest(world.names.documents()).size() == PAGES);
    }
    return world;
  }

  private static ReplayState run(ReplayWorld world, String name, Selection selection) {
    return Replay.run(world.core, name, selection, ReplayWorld.FAST, (read, all) -> {});
  }

  private static Map<String, String> values(ReplayWorld world, String topic) {
    Map<String, String> values = new TreeMap<>();
    for (ConsumerRecord<byte[], byte[]> record : world.latest(topic).values()) {
      values.put(new String(record.key(), UTF_8), new String(record.value(), UTF_8));
    }
    return values;
  }

  private static Document titled(Document d, String title) {
    return with(d, Optional.of(title), d.text());
  }

  private static Document texted(Document d, String text) {
    return with(d, d.title(), text);
  }

  private static Document with(Document d, Optional<String> title, String text) {
    return new Document(
        d.schema(),
        d.id(),
        d.url(),
        d.canonicalUrl(),
        d.site(),
        title,
        d.byline(),
        d.publishedAt(),
        d.publishedAtText(),
        d.fetchedAt(),
        d.modifiedAt(),
        d.language(),
        d.languages(),
        d.kind(),
        text,
        d.blocks(),
        d.turns(),
        d.interview(),
        d.removed(),
        d.repairs(),
        d.encoding(),
        d.fingerprints(),
        d.provenance(),
        d.rights(),
        d.persons());
  }
}
