package io.onrecord.index.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.index.IndexService;
import io.onrecord.index.IndexWorld;
import io.onrecord.index.SampleDocument;
import io.onrecord.index.writer.IndexGenerations;
import io.onrecord.index.writer.LiveIndex;
import io.onrecord.index.writer.NextIndex;
import io.onrecord.index.writer.Positions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class IndexRebuildTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int DOCUMENTS = 600;

  @TempDir private Path directory;

  @Test
  void searchAnswersFromAWholeIndexWhileItIsRebuiltAndDocumentsKeepComing() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    publish(world, 0, DOCUMENTS);
    try (IndexService service = world.start()) {
      world.awaitCaughtUp(service);
      AtomicBoolean stop = new AtomicBoolean();
      AtomicInteger asked = new AtomicInteger();
      List<String> wrong = new CopyOnWriteArrayList<>();
      Thread asking =
          new Thread(
              () -> {
                int most = DOCUMENTS;
                while (!stop.get()) {
                  try {
                    var answer = world.get(service, "/api/search?q=lantern&size=1");
                    int total = JsonMapper.shared().readTree(answer.body()).path("total").asInt();
                    asked.incrementAndGet();
                    if (answer.statusCode() != 200 || total < most) {
                      wrong.add(total + " after " + most);
                    }
                    most = Math.max(most, total);
                  } catch (Exception e) {
                    wrong.add(e.toString());
                  }
                }
              });
      asking.start();
      assertThat(world.send(service, "POST", "/api/index/rebuild").statusCode()).isEqualTo(202);
      assertThat(world.send(service, "POST", "/api/index/rebuild").statusCode()).isEqualTo(409);
      for (int i = 0; i < 10; i++) {
        publish(world, DOCUMENTS + i * 5, DOCUMENTS + i * 5 + 5);
      }
      JsonNode done = awaitDone(world, service);
      assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
      assertThat(done.path("live").asString()).isEqualTo("generation-2");
      assertThat(done.path("previous").asString()).isEqualTo("generation-1");
      assertThat(done.path("pauseMillis").asLong()).isLessThan(2_000);
      await().atMost(SOON).until(() -> service.documents() == DOCUMENTS + 50);
      stop.set(true);
      asking.join();
      assertThat(wrong).isEmpty();
      assertThat(asked.get()).isPositive();
    }
    assertThat(world.fatal()).isEmpty();
  }

  @Test
  void afterARollbackThePreviousIndexIsBackWithEverythingThatCameSince() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    publish(world, 0, 20);
    try (IndexService service = world.start()) {
      world.awaitCaughtUp(service);
      assertThat(world.send(service, "POST", "/api/index/rollback").body())
          .contains("there is no previous index");
      world.send(service, "POST", "/api/index/rebuild");
      awaitDone(world, service);
      publish(world, 20, 30);
      world.unpublish(document(3));
      await().atMost(SOON).until(() -> service.documents() == 29);
      assertThat(world.send(service, "POST", "/api/index/rollback").statusCode()).isEqualTo(202);
      JsonNode done = awaitDone(world, service);
      assertThat(done.path("work").asString()).isEqualTo("rollback");
      assertThat(done.path("live").asString()).isEqualTo("generation-1");
      assertThat(done.path("previous").asString()).isEqualTo("generation-2");
      assertThat(service.documents()).isEqualTo(29);
      assertThat(service.contains(document(3).id())).isFalse();
      publish(world, 30, 31);
      world.awaitIndexed(service, document(30));
    }
    try (IndexService service = world.start()) {
      assertThat(service.documents()).isEqualTo(30);
      world.send(service, "POST", "/api/index/rebuild");
      JsonNode done = awaitDone(world, service);
      assertThat(done.path("live").asString()).isEqualTo("generation-3");
    }
    try (IndexService service = world.start()) {
      assertThat(service.documents()).isEqualTo(30);
      assertThat(Files.exists(directory.resolve("generation-2"))).isFalse();
    }
    assertThat(world.fatal()).isEmpty();
  }

  @Test
  void whatAKilledRebuildLeavesBehindIsNeverLive() throws Exception {
    IndexWorld world = new IndexWorld(directory);
    publish(world, 0, 5);
    try (IndexService service = world.start()) {
      world.awaitCaughtUp(service);
    }
    Files.createDirectory(directory.resolve("generation-2"));
    Files.writeString(directory.resolve("generation-2").resolve("segments_1"), "half");
    Files.writeString(directory.resolve("CURRENT.new"), "generation-2\n.\n");
    try (IndexService service = world.start()) {
      assertThat(service.documents()).isEqualTo(5);
      assertThat(Files.exists(directory.resolve("generation-2"))).isFalse();
      assertThat(new IndexGenerations(directory).liveName()).isEqualTo("generation-1");
    }
  }

  @Test
  void anIndexThatDiffersFromTheTopicIsNotTaken() throws Exception {
    try (LiveIndex live = LiveIndex.open(new IndexGenerations(directory));
        NextIndex index = live.fresh()) {
      index.load(document(1).put());
      index.load(document(2).put());
      index.commit(Positions.NONE);
      TopicTruth truth = new TopicTruth();
      truth.take(document(1).put());
      truth.take(document(2).put());
      assertThat(truth.difference(index)).isEmpty();
      truth.take(document(3).put());
      assertThat(truth.difference(index).orElseThrow()).contains("1 of the topic's are missing");
      truth.forget(document(3).id());
      truth.take(document(2).title("Another title").put());
      assertThat(truth.difference(index).orElseThrow()).contains("1 are others");
    }
  }

  private static JsonNode awaitDone(IndexWorld world, IndexService service) {
    await()
        .atMost(SOON)
        .until(() -> !world.get(service, "/api/index").body().contains("\"running\""));
    try {
      return JsonMapper.shared().readTree(world.get(service, "/api/index").body());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void publish(IndexWorld world, int from, int to) throws Exception {
    List<SampleDocument> documents = new ArrayList<>();
    for (int i = from; i < to; i++) {
      documents.add(document(i));
    }
    world.publish(documents.toArray(SampleDocument[]::new));
  }

  private static SampleDocument document(int number) {
    return SampleDocument.at("https://example.org/talks/" + number)
        .title("Talk " + number)
        .paragraph("A lantern on quay number " + number + ".");
  }
}
