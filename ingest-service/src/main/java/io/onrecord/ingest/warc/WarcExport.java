package io.onrecord.ingest.warc;

import io.onrecord.event.PageFetched;
import io.onrecord.event.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * Writes pages as a WARC/1.1 archive (ISO 28500:2017), one gzip member a record, so that any reader
 * may begin at any of them.
 *
 * <pre>
 * warcinfo   who wrote it, and that the headers are those that were kept
 * response   a page of the web: its status, the headers that were kept, its bytes
 * resource   a page without HTTP: a file, a pushed page without an address
 * </pre>
 *
 * <p>The same pages give the same records. Reading the archive with {@link WarcArchive} gives every
 * page its address, and so its id, back.
 */
public final class WarcExport implements AutoCloseable {
  private static final String LINE = "\r\n";

  private final OutputStream out;
  private long records;

  /** Begins an archive. */
  public WarcExport(OutputStream out, String fileName, String software, Instant now)
      throws IOException {
    this.out = out;
    Map<String, String> head = new LinkedHashMap<>();
    head.put("WARC-Type", "warcinfo");
    head.put("WARC-Record-ID", id("warcinfo " + fileName + now));
    head.put("WARC-Date", now.toString());
    head.put("WARC-Filename", fileName);
    head.put("Content-Type", "application/warc-fields");
    String fields =
        String.join(
            LINE,
            "software: " + software,
            "format: WARC File Format 1.1",
            "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "description: pages as they were fetched, with the response headers that were kept;"
                + " transfer and content codings are taken off",
            "");
    write(head, fields.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a page. */
  public void write(PageFetched page) throws IOException {
    boolean isWeb = page.url().startsWith("http");
    Map<String, String> head = new LinkedHashMap<>();
    head.put("WARC-Type", isWeb ? "response" : "resource");
    head.put("WARC-Record-ID", id(page.id() + Sha256.hex(page.body()) + page.time()));
    head.put("WARC-Date", page.time().toString());
    head.put("WARC-Target-URI", page.url());
    head.put("WARC-Payload-Digest", Sha256.labelled(page.body()));
    head.put(
        "Content-Type",
        isWeb
            ? "application/http;msgtype=response"
            : page.contentType().map(WarcExport::line).orElse("application/octet-stream"));
    write(head, isWeb ? message(page) : page.body());
    records++;
  }

  /** How many pages have been written. */
  public long pages() {
    return records;
  }

  private static byte[] message(PageFetched page) {
    ByteArrayOutputStream message = new ByteArrayOutputStream(page.body().length + 500);
    StringBuilder head =
        new StringBuilder("HTTP/1.1 ")
            .append(page.status())
            .append(page.status() == 200 ? " OK" : "")
            .append(LINE);
    page.contentType().ifPresent(value -> add(head, "Content-Type", value));
    page.contentLanguage().ifPresent(value -> add(head, "Content-Language", value));
    page.etag().ifPresent(value -> add(head, "ETag", value));
    page.lastModified().ifPresent(value -> add(head, "Last-Modified", value));
    if (!page.finalUrl().equals(page.url())) {
      add(head, "Content-Location", page.finalUrl());
    }
    for (String right : page.rights()) {
      String[] parts = right.split(": ", 2);
      if (parts.length == 2 && parts[0].matches("[a-z-]+")) {
        switch (parts[0]) {
          case "robots" -> add(head, "X-Robots-Tag", parts[1]);
          case "license" -> add(head, "Link", "<" + parts[1] + ">; rel=\"license\"");
          default -> add(head, parts[0], parts[1]);
        }
      }
    }
    add(head, "Content-Length", Integer.toString(page.body().length));
    message.writeBytes(head.append(LINE).toString().getBytes(StandardCharsets.UTF_8));
    message.writeBytes(page.body());
    return message.toByteArray();
  }

  private static void add(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(line(value)).append(LINE);
  }

  /** On one line, whatever a server sent. */
  private static String line(String value) {
    return value.replaceAll("\\s*\\p{Cntrl}+\\s*", " ").strip();
  }

  private void write(Map<String, String> head, byte[] block) throws IOException {
    StringBuilder lines = new StringBuilder("WARC/1.1").append(LINE);
    head.forEach((name, value) -> add(lines, name, value));
    add(lines, "Content-Length", Integer.toString(block.length));
    GZIPOutputStream member = new GZIPOutputStream(out);
    member.write(lines.append(LINE).toString().getBytes(StandardCharsets.UTF_8));
    member.write(block);
    member.write((LINE + LINE).getBytes(StandardCharsets.UTF_8));
    member.finish();
  }

  private static String id(String of) {
    return "<urn:uuid:%s>".formatted(UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
