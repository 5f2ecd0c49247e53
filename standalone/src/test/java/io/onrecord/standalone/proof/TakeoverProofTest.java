package io.onrecord.standalone.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.event.PageFetched;
import io.onrecord.event.PageWire;
import io.onrecord.event.Traceparent;
import io.onrecord.loop.KafkaClients;
import io.onrecord.normalize.service.NormalizeService;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Settings;
import io.onrecord.testkit.Broker;
import io.onrecord.topic.TopicNames;
import io.onrecord.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two normalize instances share the work; one is killed; the other does what is left, once. */
final class TakeoverProofTest {
  private static final Duration LONG = Duration.ofMinutes(3);
  private static final int PAGES = 600;

  @TempDir Path folder;

  @Test
  void killingOneInstanceMovesItsWorkWithNothingLostAndNothingTwice() throws Exception {
    CoreSettings core =
        CoreSettings.from(
            Settings.defaults()
                .with(
                    Map.of(
                        "kafka.bootstrap.servers",
                        Broker.shared().bootstrapServers(),
                        "topics.prefix",
                        "takeover")));
    TopicNames names = core.topics().names();
    try (Admin admin = KafkaClients.admin(core)) {
      Topics.ensure(admin, core.topics().all());
      send(core, 0, PAGES / 2);
      try (JavaProcess one = normalizer("one");
          JavaProcess two = normalizer("two")) {
        await()
            .atMost(LONG)
            .ignoreExceptionsInstanceOf(ExecutionException.class) // the group is not there yet
            .until(() -> owners(admin, names) == 2 || !one.isAlive() || !two.isAlive());
        send(core, PAGES / 2, PAGES);
        await().atMost(LONG).until(() -> !Committed.perKey(core, names.documents()).isEmpty());
        one.kill();
        await().atMost(LONG).until(() -> Committed.perKey(core, names.documents()).size() >= PAGES);
        assertThat(two.isAlive()).isTrue();
      }
    }
    assertThat(Committed.perKey(core, names.documents()))
        .hasSize(PAGES)
        .allSatisfy((id, documents) -> assertThat(documents).isEqualTo(1));
    assertThat(Committed.perKey(core, TopicNames.deadLetters(names.pages()))).isEmpty();
  }

  private static long owners(Admin admin, TopicNames names) throws Exception {
    String group = names.prefix() + ".normalize";
    return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
        .filter(m -> !m.assignment().topicPartitions().isEmpty())
        .count();
  }

  private JavaProcess normalizer(String name) {
    return JavaProcess.start(
        folder.resolve(name + ".log"),
        NormalizeService.class,
        List.of(
            "--kafka.bootstrap.servers=" + Broker.shared().bootstrapServers(),
            "--topics.prefix=takeover",
            "--instance.name=" + name,
            "--normalize.batch-records=20",
            "--normalize.port=0"));
  }

  private static void send(CoreSettings core, int from, int to) {
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      for (int i = from; i < to; i++) {
        String url = "https://example.org/" + i;
        producer.send(
            PageWire.write(
                core.topics().names().pages(),
                new PageFetched(
                    url,
                    "test",
                    Instant.parse("2026-01-02T03:04:05Z"),
                    Traceparent.start(),
                    Pages.html(i).getBytes(UTF_8),
                    Optional.of("text/html"),
                    Optional.empty(),
                    url,
                    200,
                    Optional.empty(),
                    Optional.empty())));
      }
    }
  }
}
