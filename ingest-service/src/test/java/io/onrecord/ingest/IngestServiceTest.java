package io.onrecord.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.onrecord.event.PageFetched;
import io.onrecord.ingest.warc.Archives;
import io.onrecord.testkit.Broker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcCompression;

final class IngestServiceTest {
  private final IngestWorld world = new IngestWorld();

  @TempDir Path folder;

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aFileBecomesAPageByteForByte() throws IOException {
    byte[] bytes = {(byte) 0xC4, (byte) 0xE3, 0, 10, (byte) 0xFF};
    Path file = Files.write(folder.resolve("访谈 一.txt"), bytes);
    IngestService service = world.start();

    List<IngestResult> results = IngestWorld.ingest(service, file.toString());

    assertThat(results).singleElement().isInstanceOf(IngestResult.Published.class);
    PageFetched page = world.pages().getFirst();
    assertThat(page.body()).isEqualTo(bytes);
    assertThat(page.url()).startsWith("file:///").endsWith("/%E8%AE%BF%E8%B0%88%20%E4%B8%80.txt");
    assertThat(page.contentType()).contains("text/plain");
    assertThat(((IngestResult.Published) results.getFirst()).id()).isEqualTo(page.id());
  }

  @Test
  void unchangedBytesMakeNoNewEventAndChangedOnesDo() throws IOException {
    Path file = Files.writeString(folder.resolve("a.html"), "one");
    IngestService service = world.start();

    assertThat(kinds(IngestWorld.ingest(service, file.toString()))).containsExactly("Published");
    assertThat(kinds(IngestWorld.ingest(service, file.toString(), file.toString())))
        .containsExactly("Unchanged", "Unchanged");
    Files.writeString(file, "two");
    assertThat(kinds(IngestWorld.ingest(service, file.toString(), file.toString())))
        .containsExactly("Published", "Unchanged");
    assertThat(world.pages()).extracting(IngestServiceTest::text).containsExactly("one", "two");
  }

  @Test
  void aFileNamedOftenInOneMillisecondIsPublishedOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "one");
    String[] often = Collections.nCopies(60, file.toString()).toArray(String[]::new);
    assertThat(kinds(IngestWorld.ingest(world.start(), often)))
        .startsWith("Published")
        .containsOnlyOnce("Published");
    assertThat(world.pages()).hasSize(1);
  }

  @Test
  void aRestartedServiceKnowsWhatWasPublished() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "one");
    try (IngestService first = world.start()) {
      IngestWorld.ingest(first, file.toString());
    }
    IngestService second = world.start();
    assertThat(kinds(IngestWorld.ingest(second, file.toString()))).containsExactly("Unchanged");
    assertThat(world.pages()).hasSize(1);
  }

  @Test
  void badInputsAreNamedAndTheOthersDone() throws IOException {
    Path good = Files.writeString(folder.resolve("good.txt"), "text");
    Path empty = Files.createFile(folder.resolve("empty.txt"));
    Path large = Files.write(folder.resolve("large.bin"), new byte[100_001]);
    Path random = Files.write(folder.resolve("random"), new byte[] {1, 2, (byte) 0x80, 0});
    Path bare = Files.createDirectory(folder.resolve("bare"));
    IngestService service = world.start();
    List<IngestResult> told = new ArrayList<>();

    List<IngestResult> results =
        service.ingest(
            List.of(
                "/no/such/file",
                empty.toString(),
                large.toString(),
                bare.toString(),
                "http://[nonsense",
                "",
                random.toString(),
                good.toString()),
            told::add);

    assertThat(results)
        .extracting(IngestResult::message)
        .satisfiesExactly(
            missing -> assertThat(missing).startsWith("/no/such/file does not exist; "),
            nothing -> assertThat(nothing).startsWith(empty + " is empty; "),
            tooLarge -> assertThat(tooLarge).contains("100001 bytes", "may have 100000"),
            noFiles ->
                assertThat(noFiles).startsWith(bare + " is a folder without readable files; "),
            badUrl -> assertThat(badUrl).startsWith("http://[nonsense is no usable URL; "),
            blank -> assertThat(blank).startsWith("'' is empty; "),
            bytes -> assertThat(bytes).isEqualTo(random + ": published, 4 bytes"),
            text -> assertThat(text).isEqualTo(good + ": published, 4 bytes"));
    assertThat(told).containsExactlyInAnyOrderElementsOf(results);
    assertThat(world.pages()).hasSize(2);
  }

  @Test
  void otherMachinesAreRefusedUntilTheyAreAllowed() throws IOException {
    IngestService service = world.start();
    assertThat(
            IngestWorld.ingest(service, "http://192.0.2.1/", "http://8.8.8.8/", "http://10.1.2.3/"))
        .allMatch(result -> result instanceof IngestResult.Refused)
        .extracting(IngestResult::message)
        .satisfiesExactly(
            reserved -> assertThat(reserved).contains("a reserved address"),
            remote -> assertThat(remote).contains("--allow-remote"),
            own -> assertThat(own).contains("a private address"));
  }

  @Test
  void whatIsOutsideLeadsNotToThisMachineUnlessItIsListed() throws IOException {
    try (VirtualWeb web = new VirtualWeb();
        VirtualWeb inner = new VirtualWeb()) {
      web.on(
          1,
          "/away",
          e -> {
            e.getResponseHeaders().set("Location", inner.url(1, "/secret"));
            VirtualWeb.answer(e, 302, null, "");
          });
      inner.on(1, "/secret", "text/html", "secret");
      IngestService wary = world.with("ingest.allow-remote", "true").start();
      assertThat(IngestWorld.ingest(wary, web.url(1, "/away")))
          .singleElement()
          .satisfies(r -> assertThat(r.message()).contains("to which no page of others may lead"));
      assertThat(inner.log()).isEmpty();
      assertThat(IngestWorld.ingest(wary, inner.url(1, "/secret")))
          .allMatch(IngestResult.Published.class::isInstance);
      IngestService own =
          world.with("instance.name", "two").with("ingest.allow", "127.1.0.0/16").start();
      assertThat(IngestWorld.ingest(own, web.url(1, "/away")))
          .allMatch(IngestResult.Published.class::isInstance);
    }
  }

  @Test
  void anArchiveGivesItsPagesOnceAndNamesWhatIsLost() throws IOException {
    byte[] sound = Archives.pages(WarcCompression.GZIP, 30);
    byte[] damaged = sound.clone();
    damaged[sound.length / 2] ^= 0x55;
    Path file = Files.write(folder.resolve("a.warc.gz"), damaged);
    IngestService service = world.start();
    List<IngestResult> first = IngestWorld.ingest(service, file.toString());
    assertThat(first).filteredOn(IngestResult.Published.class::isInstance).hasSizeBetween(29, 30);
    assertThat(first)
        .filteredOn(IngestResult.Failed.class::isInstance)
        .singleElement()
        .satisfies(lost -> assertThat(lost.message()).contains("a.warc.gz: byte ", "damaged"));
    assertThat(IngestWorld.ingest(service, file.toString()))
        .filteredOn(IngestResult.Unchanged.class::isInstance)
        .hasSameSizeAs(world.pages());
    // The same pages, one of them as it was a year before: what is known to be later stays.
    Path older =
        Files.write(
            folder.resolve("older.warc"),
            Archives.record(
                "response",
                Archives.url(0),
                "HTTP/1.1 200 OK\r\n\r\nearlier".getBytes(StandardCharsets.UTF_8),
                Archives.DATE.minusSeconds(1)));
    Path whole = Files.write(folder.resolve("b.warc.gz"), sound);
    IngestWorld.ingest(service, older.toString(), whole.toString());
    assertThat(world.pages()).hasSize(30).allMatch(page -> page.time().equals(Archives.DATE));
    assertThat(world.pages())
        .allMatch(p -> p.source().equals("warc") && p.etag().equals(Optional.of("\"e\"")));
  }

  @Test
  void manyPagesShareTransactions() throws IOException {
    for (int i = 0; i < 700; i++) {
      Files.writeString(folder.resolve("%04d.txt".formatted(i)), "page " + i);
    }
    IngestService service = world.start();
    List<IngestResult> results = IngestWorld.ingest(service, folder.toString());
    assertThat(results).hasSize(700).allMatch(result -> result instanceof IngestResult.Published);
    assertThat(results).extracting(IngestResult::input).isSorted();
    assertThat(world.pages()).hasSize(700);
  }

  @Test
  void twoInstancesSeeEachOthersPages() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "one");
    IngestService one = world.start();
    IngestService other = world.with("instance.name", "other").start();
    world.awaitReady(other);
    IngestWorld.ingest(one, file.toString());
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(
                        world
                            .send(other, "/api/known", java.net.http.HttpRequest.newBuilder())
                            .body())
                    .contains("a.txt"));
    assertThat(kinds(IngestWorld.ingest(other, file.toString()))).containsExactly("Unchanged");
  }

  @Test
  void aSecondServiceWithTheSameNameFencesTheFirst() throws Exception {
    Path file = Files.writeString(folder.resolve("a.txt"), "one");
    IngestService first = world.start();
    IngestWorld.ingest(first, file.toString());
    IngestService second = world.start();
    world.awaitReady(second);
    Files.writeString(file, "two");
    assertThat(kinds(IngestWorld.ingest(first, file.toString()))).containsExactly("Failed");
    // the pages in hand fail first, then the service is told: another thread, a moment later
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> assertThat(world.fatal).singleElement().asString().contains("instance.name"));
    assertThat(kinds(IngestWorld.ingest(second, file.toString()))).containsExactly("Published");
    assertThat(world.pages()).extracting(IngestServiceTest::text).containsExactly("one", "two");
  }

  @Test
  void pagesWaitForABrokerThatIsAway() throws Exception {
    try (Broker broker = Broker.open();
        IngestWorld alone = new IngestWorld(broker)) {
      Path file = Files.writeString(folder.resolve("a.txt"), "one");
      IngestService service = alone.start();
      alone.awaitReady(service);
      broker.stop();
      CompletableFuture<List<IngestResult>> pending =
          CompletableFuture.supplyAsync(() -> IngestWorld.ingest(service, file.toString()));
      broker.start();
      assertThat(kinds(pending.get(90, TimeUnit.SECONDS))).containsExactly("Published");
      assertThat(alone.pages()).hasSize(1);
      assertThat(alone.fatal).isEmpty();
    }
  }

  private static List<String> kinds(List<IngestResult> results) {
    return results.stream().map(result -> result.getClass().getSimpleName()).toList();
  }

  private static String text(PageFetched page) {
    return new String(page.body(), UTF_8);
  }

  @Test
  void aPageKnowsItsSource() throws IOException {
    Path file = Files.writeString(folder.resolve("a.md"), "# one");
    IngestWorld.ingest(world.start(), file.toString());
    PageFetched page = world.pages().getFirst();
    assertThat(page.source()).isEqualTo("files");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.contentType()).isEqualTo(Optional.of("text/markdown"));
  }
}
