package io.onrecord.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.standalone.Ports;
import io.onrecord.standalone.SamplePages;
import io.onrecord.standalone.Standalone;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replay of a running system's pages, from the shadow to the web page and away again. */
final class ReplayCommandTest {
  @TempDir Path folder;

  @Test
  void pagesAreReadAgainComparedPromotedAndTheShadowIsDropped() throws Exception {
    Path data = folder.resolve("data");
    Path pages = Files.createDirectory(folder.resolve("pages"));
    for (SamplePages.Sample sample : SamplePages.all()) {
      Files.write(pages.resolve(sample.name()), sample.body());
    }
    try (Standalone system = Standalone.start(data, Ports.FREE, Map.of())) {
      assertThat(run("add", data, pages.toString()).status()).isZero();
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> run("status", data, "--json").out().contains("\"documents\":8"));

      Cli replayed = run("replay pages", data, "--name", "again");
      assertThat(replayed.err()).isEmpty();
      assertThat(replayed.out()).startsWith("replay again: all pages read with normalizer");
      assertThat(run("replay list", data).out()).startsWith("again  finished");
      assertThat(run("diff", data, "again").out())
          .contains("8 documents", "same               8", "changed            0");
      assertThat(run("replay diff", data, "again", "--json").out()).contains("\"same\":8");
      try (Api api = new Api(URI.create(system.addresses().search()))) {
        assertThat(api.get("/api/replays").json().path("replays").get(0).path("report").toString())
            .contains("\"same\":8");
        assertThat(api.get("/replays").text()).contains("<h1>Replays</h1>");
      }
      assertThat(run("promote", data, "again").out()).startsWith("0 changed and 0 new documents");
      assertThat(run("promote", data, "again", "--yes").out()).startsWith("0 documents");
      assertThat(run("discard", data, "again").out()).isEqualTo("replay again is dropped\n");
      assertThat(run("diff", data, "again").err()).contains("there is no replay again");
      assertThat(run("replay pages", data, "--name", "Not A Name").err()).contains("is no name");
    }
  }

  private static Cli run(String command, Path data, String... arguments) {
    String[] names = command.split(" ");
    String[] all = new String[names.length + 2 + arguments.length];
    System.arraycopy(names, 0, all, 0, names.length);
    all[names.length] = "--data";
    all[names.length + 1] = data.toString();
    System.arraycopy(arguments, 0, all, names.length + 2, arguments.length);
    return Cli.run(all);
  }
}
