package io.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.event.PageFetched;
import io.onrecord.event.PageGone;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.warc.Archives;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcCompression;

/** Files and folders that are watched, on a real disk, through a real broker. */
final class WatchTest {
  @TempDir Path folder;
  private Path root;
  private final IngestWorld world = new IngestWorld().with("ingest.watch", "200ms");

  @BeforeEach
  void create() throws IOException {
    root = Files.createDirectory(folder.resolve("in [1] 访谈"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void anArchiveThatIsDroppedInIsTakenInAndNoPageTwice() throws Exception {
    byte[] archive = Archives.pages(WarcCompression.GZIP, 3);
    Files.write(root.resolve("crawl.warc.gz"), archive);
    Files.write(root.resolve("cut.warc.gz"), Arrays.copyOf(archive, archive.length - 30));
    IngestService service = world.start();
    follow(service, "files", root.toString());
    await().untilAsserted(() -> assertThat(world.pages()).hasSize(3));
    assertThat(world.pages())
        .allMatch(page -> page.source().equals("files"))
        .extracting(PageFetched::url)
        .containsExactlyInAnyOrder(Archives.url(0), Archives.url(1), Archives.url(2));
    Files.copy(root.resolve("crawl.warc.gz"), root.resolve("copy.warc.gz"));
    Files.writeString(root.resolve("last.html"), "<p>last");
    await().untilAsserted(() -> assertThat(world.pages()).hasSize(4));
    await()
        .untilAsserted(
            () ->
                assertThat(world.send(service, "/api/known", HttpRequest.newBuilder()).body())
                    .contains("cut.warc.gz", "of it 1 are lost"));
    assertThat(world.events()).hasSize(4);
  }

  @Test
  void newAndChangedFilesBecomePagesAndRemovedOnesStay() throws Exception {
    Files.writeString(root.resolve("a.html"), "<p>first");
    Files.createDirectory(root.resolve("deep"));
    Files.writeString(root.resolve("deep/b.txt"), "b");
    Files.writeString(root.resolve(".hidden.html"), "hidden");
    Files.write(root.resolve("large.html"), new byte[100_001]);
    IngestService service = world.start();
    follow(service, "files", root.toString());
    await().untilAsserted(() -> assertThat(bodies()).containsOnlyKeys("a.html", "b.txt"));
    assertThat(world.pages())
        .allMatch(page -> page.source().equals("files"))
        .anyMatch(page -> page.contentType().filter("text/html"::equals).isPresent());
    Files.writeString(root.resolve("a.html"), "<p>second, and longer");
    Files.writeString(root.resolve("c.html"), "<p>c");
    await()
        .untilAsserted(
            () ->
                assertThat(bodies())
                    .containsEntry("a.html", "<p>second, and longer")
                    .containsKey("c.html"));
    Files.delete(root.resolve("a.html"));
    Files.writeString(root.resolve("d.html"), "<p>d");
    await().untilAsserted(() -> assertThat(bodies()).containsKey("d.html"));
    assertThat(world.events()).hasSize(5).noneMatch(PageGone.class::isInstance);
    await().untilAsserted(() -> assertThat(sources(service)).contains("\"state\":\"ok\""));

    service.close();
    IngestService again = world.with("instance.name", "two").start();
    Files.writeString(root.resolve("e.html"), "<p>e");
    await().untilAsserted(() -> assertThat(bodies()).containsKey("e.html"));
    assertThat(world.events()).hasSize(6);
    assertThat(sources(again)).contains("\"name\":\"files\"");
  }

  @Test
  void aFileThatIsBeingWrittenIsWaitedFor() throws Exception {
    IngestService service = world.with("ingest.watch", "1s").start();
    follow(service, "files", root.toString());
    Path slow = root.resolve("slow.txt");
    AtomicInteger written = new AtomicInteger();
    try (ScheduledExecutorService writer = Executors.newSingleThreadScheduledExecutor();
        OutputStream out = Files.newOutputStream(slow)) {
      ScheduledFuture<?> writing =
          writer.scheduleAtFixedRate(
              () -> {
                try {
                  out.write("more ".getBytes(StandardCharsets.UTF_8));
                  written.incrementAndGet();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              0,
              20,
              TimeUnit.MILLISECONDS);
      Files.writeString(root.resolve("ready.txt"), "ready");
      await().until(() -> bodies().containsKey("ready.txt"));
      assertThat(bodies()).doesNotContainKey("slow.txt");
      writing.cancel(false);
    }
    await()
        .untilAsserted(
            () -> assertThat(bodies()).containsEntry("slow.txt", "more ".repeat(written.get())));
    assertThat(world.events()).hasSize(2);
  }

  @Test
  void noLinkLeadsOut() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("too.txt"), "secret too");
    Files.createSymbolicLink(root.resolve("link.txt"), secret);
    Files.createSymbolicLink(root.resolve("links"), other);
    Files.writeString(root.resolve("mine.txt"), "mine");
    IngestService service = world.start();
    follow(service, "files", root.toString());
    await().untilAsserted(() -> assertThat(bodies()).containsKey("mine.txt"));
    Files.writeString(root.resolve("then.txt"), "then");
    await().untilAsserted(() -> assertThat(bodies()).containsOnlyKeys("mine.txt", "then.txt"));
  }

  @Test
  void oneFileIsWatchedAndAMissingFolderIsFailingUntilItIsThere() throws Exception {
    Path file = Files.writeString(root.resolve("one.txt"), "1");
    IngestService service =
        world
            .with(
                "sources",
                "[{\"name\":\"one\",\"url\":\"%s\"},\"%s\"]"
                    .formatted(CanonicalUrl.of(file).value(), folder.resolve("later")))
            .start();
    await().untilAsserted(() -> assertThat(bodies()).containsEntry("one.txt", "1"));
    await().untilAsserted(() -> assertThat(sources(service)).contains("is not there"));
    Files.createDirectory(folder.resolve("later"));
    Files.writeString(folder.resolve("later/two.txt"), "2");
    Files.writeString(file, "one more");
    await()
        .untilAsserted(
            () ->
                assertThat(bodies())
                    .containsEntry("one.txt", "one more")
                    .containsEntry("two.txt", "2"));
    assertThat(world.events()).hasSize(3);
    await().untilAsserted(() -> assertThat(sources(service)).doesNotContain("is not there"));
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }

  private void follow(IngestService service, String name, String path) throws Exception {
    world.awaitReady(service);
    String json = "{\"url\": \"%s\", \"name\": \"%s\"}".formatted(path, name);
    assertThat(
            world
                .send(
                    service,
                    "/api/sources",
                    HttpRequest.newBuilder().POST(BodyPublishers.ofString(json)))
                .statusCode())
        .isEqualTo(201);
  }

  private String sources(IngestService service) throws Exception {
    return world.send(service, "/api/sources", HttpRequest.newBuilder()).body();
  }

  /** The last body of each file, by its name. */
  private Map<String, String> bodies() {
    List<PageFetched> pages = world.pages();
    return pages.stream()
        .collect(
            java.util.stream.Collectors.toMap(
                page -> page.url().replaceFirst(".*/", ""),
                page -> new String(page.body(), StandardCharsets.UTF_8),
                (before, after) -> after));
  }
}
