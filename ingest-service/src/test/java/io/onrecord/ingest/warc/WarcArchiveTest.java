package io.onrecord.ingest.warc;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netpreserve.jwarc.WarcCompression;

final class WarcArchiveTest {
  private static final int MOST = 1 << 20;
  private static final int PAGES = 20;

  @TempDir Path folder;

  /** How the same records may stand in a file. */
  enum Form {
    PLAIN {
      @Override
      byte[] of(int pages) {
        return Archives.pages(WarcCompression.NONE, pages);
      }
    },
    MEMBER_PER_RECORD {
      @Override
      byte[] of(int pages) {
        return Archives.pages(WarcCompression.GZIP, pages);
      }
    },
    ONE_MEMBER {
      @Override
      byte[] of(int pages) {
        return Archives.gzip(Archives.pages(WarcCompression.NONE, pages));
      }
    };

    abstract byte[] of(int pages);
  }

  @ParameterizedTest
  @EnumSource
  void everyPageOfASoundArchiveComes(Form form) throws IOException {
    List<WarcPage> read = read(form.of(PAGES));
    assertThat(read).noneMatch(WarcPage.Lost.class::isInstance);
    assertThat(sound(read)).isEqualTo(PAGES);
    WarcPage.Page first = pages(read).getFirst();
    assertThat(first.at()).isEqualTo(Archives.DATE);
    assertThat(first.contentType()).contains("text/html;charset=utf-8");
    assertThat(first.validators().etag()).contains("\"e\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN", "MEMBER_PER_RECORD"})
  void aDamagedByteCostsItsRecordOnly(Form form) throws IOException {
    byte[] sound = form.of(PAGES);
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = sound.clone();
      int at = random.nextInt(sound.length);
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      assertThat(sound(read(damaged))).as("byte %d", at).isGreaterThanOrEqualTo(PAGES - 1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN", "MEMBER_PER_RECORD"})
  void whatIsMissingOrTooMuchCostsWhatItTouches(Form form) throws IOException {
    byte[] sound = form.of(PAGES);
    Random random = new Random(11);
    for (int i = 0; i < 80; i++) {
      int at = random.nextInt(sound.length - 40);
      byte[] cut =
          Archives.join(Arrays.copyOf(sound, at), Arrays.copyOfRange(sound, at + 40, sound.length));
      assertThat(sound(read(cut))).as("cut at %d", at).isGreaterThanOrEqualTo(PAGES - 1);
      byte[] junk = new byte[40];
      random.nextBytes(junk);
      byte[] more =
          Archives.join(
              Arrays.copyOf(sound, at), junk, Arrays.copyOfRange(sound, at, sound.length));
      assertThat(sound(read(more))).as("junk at %d", at).isGreaterThanOrEqualTo(PAGES - 1);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN", "MEMBER_PER_RECORD"})
  void ofATruncatedArchiveEverythingBeforeTheEndComes(Form form) throws IOException {
    byte[] sound = form.of(PAGES);
    for (int length = 0; length < sound.length; length += 997) {
      int expected = PAGES * length / sound.length - 1;
      assertThat(sound(read(Arrays.copyOf(sound, length)))).isGreaterThanOrEqualTo(expected);
    }
    assertThat(read(Arrays.copyOf(sound, sound.length / 2)))
        .anyMatch(WarcPage.Lost.class::isInstance);
  }

  @Test
  void aLengthThatLiesCostsItsRecordOnly() throws IOException {
    String text = new String(Form.PLAIN.of(3), StandardCharsets.ISO_8859_1);
    int record = text.lastIndexOf("WARC/1.", text.indexOf("WARC-Type: response"));
    int at = text.indexOf("Content-Length", record) + 16;
    for (String lie : List.of("1", "999", "99999", "999999999", "x", "-5", "9".repeat(30))) {
      int end = text.indexOf('\r', at);
      String lying = text.substring(0, at) + lie + text.substring(end);
      List<WarcPage> read = read(lying.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(sound(read)).as(lie).isEqualTo(2);
      assertThat(read).as(lie).anyMatch(WarcPage.Lost.class::isInstance);
    }
  }

  @Test
  void aRecordLargerThanAPageIsPassedOverAndNamed() throws IOException {
    byte[] large = Archives.record("response", "https://example.org/large", new byte[3 << 20]);
    byte[] pages = Archives.pages(WarcCompression.NONE, 1);
    List<WarcPage> read = read(Archives.join(large, pages, large));
    assertThat(sound(read)).isEqualTo(1);
    assertThat(read.stream().filter(WarcPage.Lost.class::isInstance).map(WarcPage.Lost.class::cast))
        .extracting(WarcPage.Lost::url)
        .containsExactly("https://example.org/large", "https://example.org/large");
  }

  @Test
  void codingsAreTakenOffWhereTheBytesAreInThem() throws IOException {
    byte[] page = Archives.text(0).getBytes(StandardCharsets.UTF_8);
    byte[] gzip = Archives.gzip(page);
    String chunks =
        "%x\r\n%s\r\n%x;note=1\r\n%s\r\n0\r\n\r\n"
            .formatted(
                100,
                Archives.text(0).substring(0, 100),
                page.length - 100,
                Archives.text(0).substring(100));
    List<WarcPage> read =
        read(
            Archives.join(
                http("Content-Encoding: gzip", gzip),
                http("Content-Encoding: gzip", page),
                http("X-Crawler-Content-Encoding: gzip", page),
                http("Content-Encoding: br", page),
                http("Content-Encoding: zstd", Zstd.compress(page)),
                http("Transfer-Encoding: chunked", chunks.getBytes(StandardCharsets.UTF_8)),
                http("Transfer-Encoding: chunked", page),
                http("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", gzip)));
    assertThat(pages(read)).hasSize(8).allSatisfy(p -> assertThat(p.body()).isEqualTo(page));
  }

  @Test
  void requestsMetadataRevisitsErrorsAndImagesAreNoPages() throws IOException {
    byte[] archive =
        Archives.of(
            WarcCompression.GZIP,
            writer -> {
              writer.write(Archives.page(Archives.url(0), Archives.text(0)));
              writer.write(Archives.revisit(Archives.url(0)));
            });
    byte[] more =
        Archives.join(
            Archives.record(
                "response", "https://example.org/missing", ascii("HTTP/1.1 404 No\r\n\r\nno")),
            Archives.record("response", "dns:example.org", ascii("example.org. 1 IN A 192.0.2.1")),
            Archives.record(
                "response",
                "https://example.org/i.png",
                ascii("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx")),
            Archives.record(
                "response",
                "<https://example.org/old>",
                ascii("HTTP/1.0 200\nContent-Type: text/html\n\nold")),
            Archives.record("response", "https://example.org/none", ascii("no http")));
    List<WarcPage> read = read(Archives.join(archive, Archives.gzip(more)));
    assertThat(pages(read))
        .extracting(page -> page.url().value())
        .containsExactly("https://example.org/0", "https://example.org/old");
    assertThat(
            read.stream()
                .filter(WarcPage.NoPage.class::isInstance)
                .map(WarcPage.NoPage.class::cast))
        .extracting(WarcPage.NoPage::what)
        .containsExactly("warcinfo", "revisit", "status 404", "not of HTTP", "image/png");
    assertThat(read).filteredOn(WarcPage.Lost.class::isInstance).hasSize(1);
  }

  @Test
  void anArchiveIsKnownByNameOrByItsFirstBytes() throws IOException {
    assertThat(WarcArchive.is(file("a", Form.PLAIN.of(1)))).isTrue();
    assertThat(WarcArchive.is(file("b", Form.MEMBER_PER_RECORD.of(1)))).isTrue();
    assertThat(WarcArchive.is(file("c.warc.gz", new byte[] {1, 2, 3}))).isTrue();
    assertThat(WarcArchive.is(file("d.gz", Archives.gzip(ascii("text"))))).isFalse();
    assertThat(WarcArchive.is(file("e.html", ascii("<p>WARC/1.0")))).isFalse();
    assertThat(WarcArchive.is(folder.resolve("missing.warc"))).isFalse();
  }

  private static byte[] http(String header, byte[] body) {
    byte[] head = ascii("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + "\r\n\r\n");
    return Archives.record("response", "https://example.org/x", Archives.join(head, body));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private List<WarcPage> read(byte[] bytes) throws IOException {
    List<WarcPage> read = new ArrayList<>();
    boolean isPlain =
        new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1)
            .startsWith("WA");
    Path file = file(isPlain || !packed(bytes) ? "a.warc" : "a.warc.gz", bytes);
    try (WarcArchive archive = WarcArchive.open(file, MOST)) {
      for (Optional<WarcEntry> e = archive.next(); e.isPresent(); e = archive.next()) {
        read.add(WarcPage.of(e.get(), MOST));
      }
      assertThat(archive.position()).isLessThanOrEqualTo(archive.size());
    }
    return read;
  }

  /** Whether most bytes are no text. */
  private static boolean packed(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    return high > bytes.length / 5;
  }

  private static List<WarcPage.Page> pages(List<WarcPage> read) {
    return read.stream()
        .filter(WarcPage.Page.class::isInstance)
        .map(WarcPage.Page.class::cast)
        .toList();
  }

  /** How many pages came as they are. */
  private static long sound(List<WarcPage> read) {
    return pages(read).stream()
        .filter(
            page -> {
              String number = page.url().value().replaceFirst(".*/", "");
              return number.matches("\\d{1,4}")
                  && Arrays.equals(
                      page.body(),
                      Archives.text(Integer.parseInt(number)).getBytes(StandardCharsets.UTF_8));
            })
        .distinct()
        .count();
  }
}
