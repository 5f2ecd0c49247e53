package io.onrecord.ingest.frontier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.health.Health;
import io.onrecord.ingest.IngestWorld;
import io.onrecord.ingest.sources.SourceBook;
import io.onrecord.loop.KafkaClients;
import io.onrecord.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** A broker that does not know a topic yet, as for a moment after it was made, is asked again. */
final class TopicsNotThereYetTest {
  @Test
  void whoReadsATopicWaitsForItAndDoesNotEnd() {
    List<Throwable> fatal = new CopyOnWriteArrayList<>();
    Health health = new Health(StateFollower.PART, SourceBook.PART);
    try (IngestWorld world = new IngestWorld();
        StateFollower follower =
            StateFollower.start(world.core(), new KnownPages(), health, fatal::add);
        SourceBook book = SourceBook.start(world.core(), health, fatal::add);
        Admin admin = KafkaClients.admin(world.core())) {
      await().until(() -> health.describe().contains("is not there"));
      Topics.ensure(admin, world.core().topics().all());
      await().atMost(Duration.ofSeconds(30)).until(health::isReady);
      assertThat(book.all()).isEmpty();
      assertThat(follower.caughtUp()).succeedsWithin(Duration.ofSeconds(10));
    }
    assertThat(fatal).isEmpty();
  }
}
