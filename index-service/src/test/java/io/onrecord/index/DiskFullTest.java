package io.onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that really is full: a small file system, where this process may mount one. */
final class DiskFullTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int DOCUMENTS = 40;

  @TempDir private Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    Assumptions.assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk.toString()),
        "only root may mount a small file system");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", disk.toString());
  }

  @Test
  void whileTheDiskIsFullItSearchesAndSaysSoAndAfterwardsEverythingIsThere() throws Exception {
    IndexWorld world = new IndexWorld(disk.resolve("index"));
    try (IndexService service = world.start()) {
      SampleDocument first =
          SampleDocument.at("https://example.org/first").paragraph("A lantern on the quay.");
      world.publish(first);
      world.awaitIndexed(service, first);
      Path filler = disk.resolve("filler");
      Files.write(filler, new byte[45 << 20]);
      List<SampleDocument> many = new ArrayList<>();
      for (int i = 0; i < DOCUMENTS; i++) {
        many.add(SampleDocument.at("https://example.org/many/" + i).paragraph(noise(i)));
      }
      world.publish(many.toArray(SampleDocument[]::new));
      await()
          .atMost(SOON)
          .until(() -> world.get(service, "/readyz").body().contains("No space left"));
      assertThat(world.get(service, "/readyz").statusCode()).isEqualTo(503);
      assertThat(world.get(service, "/api/search?q=lantern").body()).contains(first.id());
      Files.delete(filler);
      await().atMost(SOON).until(() -> service.documents() == DOCUMENTS + 1);
      world.awaitCaughtUp(service);
    }
    assertThat(world.fatal()).isEmpty();
    assertThat(world.read(world.documentsTopic() + ".dlq")).isEmpty();
  }

  /** 100 KB that no compression makes small. */
  private static String noise(int seed) {
    Random random = new Random(seed);
    StringBuilder words = new StringBuilder(100_000);
    while (words.length() < 100_000) {
      words.append(Long.toString(random.nextLong(), 36)).append(' ');
    }
    return words.toString();
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
