package io.onrecord.ingest.warc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Archives as jwarc writes them, a library that is not ours. */
public final class Archives {
  public static final Instant DATE = Instant.parse("2024-03-01T10:00:00Z");

  private Archives() {}

  /** Something that writes records. */
  @FunctionalInterface
  public interface Content {
    void to(WarcWriter writer) throws IOException;
  }

  /** An archive of these records. */
  public static byte[] of(WarcCompression compression, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), compression)) {
      writer.write(new Warcinfo.Builder().filename("test.warc").build());
      content.to(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** An archive of pages {@code /0}, {@code /1}, … with what a crawler writes around each. */
  public static byte[] pages(WarcCompression compression, int count) {
    return of(
        compression,
        writer -> {
          for (int i = 0; i < count; i++) {
            String url = url(i);
            writer.write(
                new WarcRequest.Builder(url)
                    .date(DATE)
                    .body(new HttpRequest.Builder("GET", "/" + i).build())
                    .build());
            writer.write(page(url, text(i)));
            writer.write(
                new WarcMetadata.Builder()
                    .date(DATE)
                    .body(
                        MediaType.parse("application/warc-fields"),
                        "fetchTimeMs: 1\r\n".getBytes(StandardCharsets.UTF_8))
                    .build());
          }
        });
  }

  /** A record of a page. */
  public static WarcResponse page(String url, String text) throws IOException {
    return new WarcResponse.Builder(url)
        .date(DATE)
        .body(
            new HttpResponse.Builder(200, "OK")
                .addHeader("ETag", "\"e\"")
                .body(
                    MediaType.parse("text/html;charset=utf-8"),
                    text.getBytes(StandardCharsets.UTF_8))
                .build())
        .build();
  }

  /** That a page is as it was. */
  public static WarcRevisit revisit(String url) throws IOException {
    return new WarcRevisit.Builder(url, WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
        .date(DATE.plusSeconds(60))
        .body(new HttpResponse.Builder(200, "OK").build())
        .build();
  }

  /** A record with a block of any bytes, written by hand. */
  public static byte[] record(String type, String url, byte[] block) {
    return record(type, url, block, DATE);
  }

  /** The same of another time. */
  public static byte[] record(String type, String url, byte[] block, Instant date) {
    byte[] head =
        "WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(type, url, date, block.length)
            .getBytes(StandardCharsets.UTF_8);
    return join(head, block, "\r\n\r\n".getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes one after the other. */
  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** One member of gzip. */
  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  public static String url(int i) {
    return "https://example.org/" + i;
  }

  public static String text(int i) {
    return "<h1>Page %d</h1><p>%s</p>\r\n\r\nand its end"
        .formatted(i, "words and more words %d ".formatted(i).repeat(40));
  }
}
