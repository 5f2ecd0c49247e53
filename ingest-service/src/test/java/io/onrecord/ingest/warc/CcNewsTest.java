package io.onrecord.ingest.warc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An archive as Common Crawl's news crawl writes them: a gzip member a record, a request before and
 * metadata after each response, responses raw as they came over the wire.
 */
final class CcNewsTest {
  private static final int MOST = 1 << 20;
  private static final String PAGE = "<html><body><p>采访 with the keeper of the light</p></body>";

  @TempDir private Path folder;

  @Test
  void everyPageOfItComes() throws IOException {
    byte[] page = PAGE.getBytes(UTF_8);
    byte[] packed = Archives.gzip(page);
    List<byte[]> members = new ArrayList<>();
    members.add(
        record(
            "warcinfo",
            "WARC-Filename: CC-NEWS-20240301000000-00001.warc.gz",
            "application/warc-fields",
            "software: a crawler\r\nformat: WARC File Format 1.1\r\n".getBytes(UTF_8)));
    members.addAll(
        visit(
            "/chunked",
            "",
            http("Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(packed))));
    members.addAll(
        visit(
            "/spacing",
            "",
            http("Content-Encoding :gzip\r\nVARY:\tAccept-Encoding\r\nX-Folded: a\r\n b", packed)));
    members.addAll(
        visit(
            "/renamed",
            "",
            http(
                "X-Crawler-Content-Encoding: gzip\r\nX-Crawler-Transfer-Encoding: chunked\r\n"
                    + "Content-Length: "
                    + page.length,
                page)));
    members.addAll(visit("/headless", "", http("Server: bare", page)));
    members.addAll(
        visit(
            "/cut",
            "WARC-Truncated: length\r\n",
            http("Content-Length: 999999", Arrays.copyOf(page, 40))));
    members.addAll(visit("/gone", "", "HTTP/1.1 404 Not Found\r\n\r\n".getBytes(US_ASCII)));
    Path file = folder.resolve("CC-NEWS-20240301000000-00001.warc.gz");
    Files.write(file, Archives.join(members.toArray(byte[][]::new)));

    List<WarcPage.Page> pages = new ArrayList<>();
    List<WarcPage> others = new ArrayList<>();
    try (WarcArchive archive = WarcArchive.open(file, MOST)) {
      for (Optional<WarcEntry> entry = archive.next(); entry.isPresent(); entry = archive.next()) {
        switch (WarcPage.of(entry.get(), MOST)) {
          case WarcPage.Page one -> pages.add(one);
          case WarcPage.NoPage other -> others.add(other);
          case WarcPage.Lost lost -> throw new AssertionError(lost);
        }
      }
    }
    assertThat(pages)
        .extracting(one -> one.url().value().replaceFirst(".*/", ""))
        .containsExactly("chunked", "spacing", "renamed", "headless", "cut");
    assertThat(pages.subList(0, 4)).allSatisfy(p -> assertThat(p.body()).isEqualTo(page));
    assertThat(pages.get(4).body()).as("what there is of it").hasSize(40);
    assertThat(pages.getFirst().at()).isEqualTo(Archives.DATE);
    assertThat(others).hasSize(1 + 6 * 2 + 1);
  }

  private static List<byte[]> visit(String path, String extra, byte[] response) {
    String target = "WARC-Target-URI: https://news.example" + path;
    byte[] request =
        "GET %s HTTP/1.1\r\nHost: news.example\r\n\r\n".formatted(path).getBytes(US_ASCII);
    byte[] metadata = "fetchTimeMs: 12\r\ncharset-detected: utf-8\r\n".getBytes(US_ASCII);
    return List.of(
        record("request", target, "application/http; msgtype=request", request),
        record(
            "response",
            extra + "WARC-IP-Address: 192.0.2.7\r\nWARC-Payload-Digest: sha1:AAAA\r\n" + target,
            "application/http; msgtype=response",
            response),
        record("metadata", target, "application/warc-fields", metadata));
  }

  private static byte[] record(String type, String fields, String contentType, byte[] block) {
    String head =
        "WARC/1.1\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
            + "WARC-Type: %s\r\nWARC-Date: %s\r\n%s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(type, Archives.DATE, fields, contentType, block.length);
    return Archives.gzip(Archives.join(head.getBytes(UTF_8), block, "\r\n\r\n".getBytes(US_ASCII)));
  }

  private static byte[] http(String headers, byte[] body) {
    String head = "HTTP/1.1  200  OK \r\nContent-Type:text/html;charset=utf-8 \r\n" + headers;
    return Archives.join((head + "\r\n\r\n").getBytes(US_ASCII), body);
  }

  /** In pieces of seven bytes, with an extension and a trailer. */
  private static byte[] chunked(byte[] body) {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; at += 7) {
      byte[] piece = Arrays.copyOfRange(body, at, Math.min(body.length, at + 7));
      chunks.writeBytes((Integer.toHexString(piece.length) + ";a=b\r\n").getBytes(US_ASCII));
      chunks.writeBytes(piece);
      chunks.writeBytes("\r\n".getBytes(US_ASCII));
    }
    chunks.writeBytes("0\r\nTrailer: x\r\n\r\n".getBytes(US_ASCII));
    return chunks.toByteArray();
  }
}
