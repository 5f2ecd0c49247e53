package io.onrecord.event;

import io.onrecord.document.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page's bytes as they came, {@code io.onrecord.page.fetched.v1}.
 *
 * @param url canonical URL
 * @param source name of the source
 * @param time fetch time
 * @param traceparent W3C Trace Context
 * @param body the response body, byte for byte
 * @param contentType the header exactly as the server sent it
 * @param contentLanguage the header as the server sent it
 * @param finalUrl where the bytes came from, after redirects
 * @param status HTTP status; 200 for files and pushed pages
 * @param etag validator, as sent
 * @param lastModified validator, as sent
 * @param rights what the site says about the use of the page, a {@code name: value} each: robots
 *     tags such as {@code noai}, {@code tdm-reservation}, {@code content-signal}, {@code license}
 * @param persons who takes part, by the word of the feed that led to the page
 */
public record PageFetched(
    String url,
    String source,
    Instant time,
    String traceparent,
    byte[] body,
    Optional<String> contentType,
    Optional<String> contentLanguage,
    String finalUrl,
    int status,
    Optional<String> etag,
    Optional<String> lastModified,
    List<String> rights,
    List<Person> persons)
    implements PageEvent {

  public PageFetched {
    rights = List.copyOf(rights);
    persons = List.copyOf(persons);
  }

  /** A page that no feed names people for. */
  public PageFetched(
      String url,
      String source,
      Instant time,
      String traceparent,
      byte[] body,
      Optional<String> contentType,
      Optional<String> contentLanguage,
      String finalUrl,
      int status,
      Optional<String> etag,
      Optional<String> lastModified,
      List<String> rights) {
    this(
        url,
        source,
        time,
        traceparent,
        body,
        contentType,
        contentLanguage,
        finalUrl,
        status,
        etag,
        lastModified,
        rights,
        List.of());
  }

  /** A page about whose use nothing is said. */
  public PageFetched(
      String url,
      String source,
      Instant time,
      String traceparent,
      byte[] body,
      Optional<String> contentType,
      Optional<String> contentLanguage,
      String finalUrl,
      int status,
      Optional<String> etag,
      Optional<String> lastModified) {
    this(
        url,
        source,
        time,
        traceparent,
        body,
        contentType,
        contentLanguage,
        finalUrl,
        status,
        etag,
        lastModified,
        List.of(),
        List.of());
  }
}
