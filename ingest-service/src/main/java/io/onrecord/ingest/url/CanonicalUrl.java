package io.onrecord.ingest.url;

import io.onrecord.event.DocumentId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one spelling of a page's URL: read by the URL Standard, without credentials, fragment,
 * tracking parameters and an empty query. What a server may tell apart (the order of parameters,
 * {@code www.}, a slash at the end, {@code http} and {@code https}) stays.
 *
 * @param value the URL as text, ASCII
 */
public record CanonicalUrl(String value) {
  private static final Pattern URN = Pattern.compile("urn:sha256:[0-9a-f]{64}");

  /**
   * The canonical spelling of an {@code http}, {@code https} or {@code file} URL; the URN of a page
   * without a URL is its own.
   *
   * @throws InvalidUrlException if the text is no such URL
   */
  public static CanonicalUrl of(String text) {
    return URN.matcher(text).matches() ? new CanonicalUrl(text) : of(WebUrl.parse(text));
  }

  /** The canonical spelling of a URL. */
  public static CanonicalUrl of(WebUrl url) {
    WebUrl bare = url.bare();
    if (bare.isFile()) {
      return new CanonicalUrl(bare.with(Optional.empty()).href());
    }
    return new CanonicalUrl(bare.with(bare.query().flatMap(TrackingParameters::strip)).href());
  }

  /** The URL of a file: absolute, percent-encoded, not resolved through links. */
  public static CanonicalUrl of(Path file) {
    List<String> segments = new ArrayList<>();
    for (Path name : file.toAbsolutePath().normalize()) {
      String unescaped = name.toString().replace("%", "%25").replace("\\", "%5C");
      segments.add(PercentEncoding.PATH.encode(unescaped));
    }
    return new CanonicalUrl("file:///" + String.join("/", segments));
  }

  /**
   * The file that it names.
   *
   * @throws IllegalStateException if it names none
   */
  public Path file() {
    if (!value.startsWith("file://")) {
      throw new IllegalStateException(value + " names no file");
    }
    byte[] path = PercentEncoding.decode(value.substring("file://".length()));
    return Path.of(new String(path, java.nio.charset.StandardCharsets.UTF_8));
  }

  /** The id of the page's document. */
  public String documentId() {
    return DocumentId.of(value);
  }

  /** What pages are grouped by for politeness and state: the authority, or the scheme if none. */
  public String host() {
    int start = value.indexOf("://");
    if (start < 0) {
      return "urn";
    }
    int end = value.indexOf('/', start + 3);
    String host = value.substring(start + 3, end < 0 ? value.length() : end);
    return host.isEmpty() ? "file" : host;
  }

  @Override
  public String toString() {
    return value;
  }
}
