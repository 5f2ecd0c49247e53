package io.onrecord.standalone.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.index.IndexService;
import io.onrecord.settings.CoreSettings;
import io.onrecord.settings.Settings;
import io.onrecord.standalone.EmbeddedKafka;
import io.onrecord.standalone.cli.Main;
import io.onrecord.topic.TopicNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole system in one process, killed with SIGKILL at random moments of a run and started again
 * until a run ends by itself: then every page has one committed document, and the index has each
 * once.
 */
final class KillProofTest {
  private static final Logger LOG = LoggerFactory.getLogger(KillProofTest.class);
  private static final Duration WHOLE_RUN = Duration.ofMinutes(5);

  @TempDir Path folder;

  @Test
  void threeKillsInARunOf100Pages() throws Exception {
    prove(100, 3);
  }

  @Test
  @Tag("proof")
  void twentyKillsInARunOf500Pages() throws Exception {
    prove(500, 20);
  }

  private void prove(int pages, int kills) throws Exception {
    Pages.write(folder.resolve("pages"), pages);
    long seed = ThreadLocalRandom.current().nextLong();
    Random random = new Random(seed);
    List<Long> moments = new ArrayList<>();
    long longest = undisturbedRunMillis(pages);
    int killed = 0;
    while (killed < kills) {
      long moment = 500 + (long) (random.nextDouble() * longest);
      try (JavaProcess run = run("data")) {
        if (!run.endsWithin(Duration.ofMillis(moment))) {
          run.kill();
          killed++;
          moments.add(moment);
        }
      }
    }
    LOG.info("kill-proof seed={} killed at ms {}", seed, moments);
    try (JavaProcess last = run("data")) {
      assertThat(last.endsWithin(WHOLE_RUN)).as("the last run ends").isTrue();
      assertThat(last.exitValue()).as(last.output()).isZero();
    }
    verify(pages);
  }

  /** How long a run takes when nobody disturbs it: the kills fall anywhere in that time. */
  private long undisturbedRunMillis(int pages) throws Exception {
    long begun = System.nanoTime();
    try (JavaProcess run = run("undisturbed")) {
      assertThat(run.endsWithin(WHOLE_RUN)).isTrue();
      assertThat(run.exitValue()).as(run.output()).isZero();
      assertThat(run.output()).contains("\"documents\":" + pages);
    }
    return Duration.ofNanos(System.nanoTime() - begun).toMillis();
  }

  private JavaProcess run(String data) {
    return JavaProcess.start(
        folder.resolve(data + ".log"),
        Main.class,
        List.of(
            "run",
            "--once",
            "--json",
            "--data",
            folder.resolve(data).toString(),
            folder.resolve("pages").toString()));
  }

  private void verify(int pages) throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("data").resolve("kafka"), 0)) {
      Settings settings =
          Settings.defaults()
              .with(
                  Map.of(
                      "kafka.bootstrap.servers", kafka.bootstrapServers(),
                      "index.port", "0",
                      "index.directory", folder.resolve("data").resolve("index").toString()));
      CoreSettings core = CoreSettings.from(settings);
      TopicNames names = core.topics().names();
      Map<String, Integer> documents = Committed.perKey(core, names.documents());
      assertThat(documents)
          .hasSize(pages)
          .allSatisfy((id, count) -> assertThat(count).as(id).isEqualTo(1));
      assertThat(Committed.perKey(core, names.pages())).containsOnlyKeys(documents.keySet());
      assertThat(Committed.perKey(core, TopicNames.deadLetters(names.pages()))).isEmpty();
      try (IndexService index = IndexService.start(settings, e -> {})) {
        assertThat(index.documents()).isEqualTo(pages);
        for (String id : documents.keySet()) {
          assertThat(index.contains(id)).as(id).isTrue();
        }
      }
    }
  }
}
