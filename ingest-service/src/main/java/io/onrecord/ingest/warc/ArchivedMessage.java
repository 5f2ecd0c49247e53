package io.onrecord.ingest.warc;

import io.onrecord.ingest.fetch.ContentDecoding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP response as it stands in an archive. Some crawlers keep the bytes as they came, some take
 * off the transfer and content codings and leave the headers as they were, and some rename those
 * headers; so a coding is taken off where the bytes are really in it, and nowhere else.
 *
 * <pre>
 * Content-Encoding: gzip    1F 8B …            decoded
 * Content-Encoding: gzip    &lt;!DOCTYPE html…    left as it is
 * </pre>
 *
 * @param headers their values by names in lower case
 * @param body without transfer coding
 */
record ArchivedMessage(int status, Map<String, List<String>> headers, byte[] body) {
  private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)?\\s+(\\d{3})\\b.*");
  private static final Pattern CHUNK = Pattern.compile("\\s*([0-9A-Fa-f]{1,8})\\s*(;.*)?");

  /** Reads one; empty if it is none. */
  static Optional<ArchivedMessage> parse(byte[] block) {
    int end = endOfHead(block);
    String[] lines = new String(block, 0, end, StandardCharsets.ISO_8859_1).split("\r?\n|\r(?!\n)");
    Matcher status = STATUS.matcher(lines[0].strip());
    if (!status.matches()) {
      return Optional.empty();
    }
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0 && line != lines[0]) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        headers
            .computeIfAbsent(name, unused -> new java.util.ArrayList<>())
            .add(line.substring(colon + 1).strip());
      }
    }
    byte[] rest = Arrays.copyOfRange(block, end, block.length);
    boolean isChunked =
        headers.getOrDefault("transfer-encoding", List.of()).stream()
            .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains("chunked"));
    byte[] body = isChunked ? unchunked(rest).orElse(rest) : rest;
    return Optional.of(new ArchivedMessage(Integer.parseInt(status.group(1)), headers, body));
  }

  List<String> values(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  Optional<String> first(String name) {
    return values(name).stream().findFirst();
  }

  /**
   * The body without content coding.
   *
   * @return one byte more than the limit if there is more
   * @throws IOException when it is damaged, or in a coding that is not read
   */
  byte[] decoded(int maxBytes) throws IOException {
    List<String> codings = values("content-encoding");
    if (codings.isEmpty() || !isEncoded(codings.getLast())) {
      return body;
    }
    try (InputStream in = ContentDecoding.of(new ByteArrayInputStream(body), codings, maxBytes)) {
      return in.readNBytes(maxBytes + 1);
    }
  }

  /** Whether the bytes begin as this coding does; brotli has no mark, and text is none. */
  private boolean isEncoded(String coding) {
    String last = coding.substring(coding.lastIndexOf(',') + 1).strip().toLowerCase(Locale.ROOT);
    return switch (last) {
      case "gzip", "x-gzip" -> begins(0x1F, 0x8B);
      case "zstd" -> begins(0x28, 0xB5, 0x2F, 0xFD);
      default -> body.length > 0 && !isText();
    };
  }

  private boolean begins(int... bytes) {
    if (body.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((body[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean isText() {
    int length = Math.min(body.length, 256);
    for (int i = 0; i < length; i++) {
      int b = body[i] & 0xFF;
      if (b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return false;
      }
    }
    return true;
  }

  /** Where the body begins: behind the first empty line. */
  private static int endOfHead(byte[] block) {
    boolean atLineStart = false;
    for (int i = 0; i < block.length; i++) {
      if (block[i] == '\n') {
        if (atLineStart) {
          return i + 1;
        }
        atLineStart = true;
      } else if (block[i] != '\r') {
        atLineStart = false;
      }
    }
    return block.length;
  }

  /** The chunks put together, also when the last are missing; empty if it is not chunked. */
  private static Optional<byte[]> unchunked(byte[] bytes) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int at = 0;
    while (at < bytes.length) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n' && end - at < 200) {
        end++;
      }
      Matcher chunk =
          CHUNK.matcher(new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).strip());
      if (!chunk.matches()) {
        return at == 0 ? Optional.empty() : Optional.of(whole.toByteArray());
      }
      long size = Long.parseLong(chunk.group(1), 16);
      if (size == 0) {
        return Optional.of(whole.toByteArray());
      }
      int start = Math.min(end + 1, bytes.length);
      int count = (int) Math.min(size, bytes.length - start);
      whole.write(bytes, start, count);
      at = start + count;
      while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n')) {
        at++;
        if (bytes[at - 1] == '\n') {
          break;
        }
      }
    }
    return Optional.of(whole.toByteArray());
  }
}
