package io.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.event.PageFetched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL at any moment loses no page and publishes none twice. */
@Tag("proof")
final class IngestKillTest {
  private static final int PAGES = 500;
  private static final int KILLS =
      System.getProperty("onrecord.proofs", "short").equals("full") ? 20 : 3;

  @TempDir Path folder;

  @Test
  void killedAtRandomMomentsEveryPageIsPublishedExactlyOnce() throws Exception {
    for (int i = 0; i < PAGES; i++) {
      Files.writeString(
          folder.resolve("%04d.txt".formatted(i)), "page %d ".formatted(i).repeat(500));
    }
    try (IngestWorld world = new IngestWorld()) {
      // The first run tells how long one takes, so that the kills are spread over all of it.
      long begun = System.nanoTime();
      assertThat(run(world).waitFor()).isZero();
      long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);

      Random random = new Random(7);
      int killed = 0;
      for (int i = 0; i < KILLS; i++) {
        rewrite(i);
        Process process = run(world);
        if (!process.waitFor(random.nextLong(whole), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly().waitFor();
          killed++;
        }
        assertThat(run(world).waitFor()).isZero();
      }
      System.out.printf("killed %d of %d runs within %d ms%n", killed, KILLS, whole);
      assertThat(killed).isPositive();
      List<PageFetched> pages = world.pages();
      assertThat(pages).hasSize(PAGES * (KILLS + 1));
      assertThat(pages.stream().map(IngestKillTest::revision).distinct())
          .hasSize(PAGES * (KILLS + 1));
    }
  }

  /** New bytes in every file: a new revision of every page. */
  private void rewrite(int revision) throws IOException {
    for (int i = 0; i < PAGES; i++) {
      Files.writeString(
          folder.resolve("%04d.txt".formatted(i)),
          "page %d.%d ".formatted(i, revision).repeat(500));
    }
  }

  private static String revision(PageFetched page) {
    return page.url() + " " + Arrays.hashCode(page.body());
  }

  private Process run(IngestWorld world) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(IngestProcess.class.getName());
    command.add(folder.toString());
    world.settings().forEach((key, value) -> command.add(key + "=" + value));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
