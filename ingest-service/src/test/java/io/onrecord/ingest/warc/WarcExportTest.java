package io.onrecord.ingest.warc;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.event.PageFetched;
import io.onrecord.event.Traceparent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;

final class WarcExportTest {
  @TempDir Path folder;

  @Test
  void anotherLibraryReadsWhatIsWritten() throws IOException {
    List<WarcRecord> records = new ArrayList<>();
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(archive()))) {
      for (Optional<WarcRecord> r = reader.next(); r.isPresent(); r = reader.next()) {
        records.add(r.get());
        switch (r.get()) {
          case Warcinfo info -> assertThat(info.fields().first("software")).contains("Onrecord");
          case WarcResponse response -> {
            assertThat(response.target()).isEqualTo("https://example.org/a");
            assertThat(response.date()).isEqualTo(Archives.DATE);
            assertThat(response.http().status()).isEqualTo(200);
            assertThat(response.http().headers().map())
                .containsEntry("Content-Type", List.of("text/html; charset=GBK"))
                .containsEntry("ETag", List.of("\"e\""))
                .containsEntry("Content-Location", List.of("https://example.org/moved"))
                .containsEntry("X-Robots-Tag", List.of("noai"))
                .containsEntry("tdm-reservation", List.of("1"));
            assertThat(response.http().body().stream().readAllBytes()).isEqualTo(bytes("<p>a"));
          }
          case WarcResource resource ->
              assertThat(resource.body().stream().readAllBytes()).isEqualTo(bytes("a file"));
          default -> throw new AssertionError(r.get().type());
        }
      }
    }
    assertThat(records).hasSize(3);
    assertThat(archive()).isEqualTo(archive());
  }

  @Test
  void whatIsWrittenIsReadBackAsTheSamePages() throws IOException {
    Path file = Files.write(folder.resolve("a.warc.gz"), archive());
    List<WarcPage> read = new ArrayList<>();
    try (WarcArchive archive = WarcArchive.open(file, 1000)) {
      for (Optional<WarcEntry> e = archive.next(); e.isPresent(); e = archive.next()) {
        read.add(WarcPage.of(e.get(), 1000));
      }
    }
    assertThat(read.subList(1, 3))
        .satisfiesExactly(
            page -> {
              WarcPage.Page web = (WarcPage.Page) page;
              assertThat(web.url().documentId()).isEqualTo(web().id());
              assertThat(web.body()).isEqualTo(bytes("<p>a"));
              assertThat(web.contentType()).contains("text/html; charset=GBK");
              assertThat(web.said().rights()).contains("tdm-reservation: 1");
            },
            page -> {
              WarcPage.Page local = (WarcPage.Page) page;
              assertThat(local.url().value()).isEqualTo("file:///pages/a.txt");
              assertThat(local.body()).isEqualTo(bytes("a file"));
            });
  }

  private static byte[] archive() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (WarcExport export = new WarcExport(out, "a.warc.gz", "Onrecord", Archives.DATE)) {
      export.write(web());
      export.write(
          page("file:///pages/a.txt", "file:///pages/a.txt", "a file", "text/plain", List.of()));
      assertThat(export.pages()).isEqualTo(2);
    }
    return out.toByteArray();
  }

  private static PageFetched web() {
    return page(
        "https://example.org/a",
        "https://example.org/moved",
        "<p>a",
        "text/html;\r\n charset=GBK",
        List.of("robots: noai", "tdm-reservation: 1", "license: /terms"));
  }

  private static PageFetched page(
      String url, String finalUrl, String body, String type, List<String> rights) {
    return new PageFetched(
        url,
        "test",
        Archives.DATE,
        Traceparent.start(),
        bytes(body),
        Optional.of(type),
        Optional.empty(),
        finalUrl,
        200,
        Optional.of("\"e\""),
        Optional.empty(),
        rights);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
