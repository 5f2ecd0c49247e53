package io.onrecord.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectFeedCommandTest {
  @TempDir Path folder;

  @Test
  void aFeedIsPrintedAsJson() throws IOException {
    Path feed =
        Files.writeString(
            folder.resolve("feed.xml"),
            "<rss><channel><title>T</title><item><title>One</title><link>/1</link>"
                + "<pubDate>Thu, 05 Sep 2019 00:00:01 GMT</pubDate></item></channel></rss>");
    Cli run = Cli.run("inspect", "feed", "--url", "http://a.example/feed", feed.toString());
    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("\"title\":\"One\"", "\"link\":\"http://a.example/1\"")
        .contains("\"published\":\"2019-09-05T00:00:01Z\"");
  }

  @Test
  void whatIsNoFeedIsSaid() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "<p>hi");
    Cli run = Cli.run("inspect", "feed", page.toString());
    assertThat(run.status()).isEqualTo(CommandLineRunner.FAILED);
    assertThat(run.err()).contains(page + " is no feed; ");
  }
}
