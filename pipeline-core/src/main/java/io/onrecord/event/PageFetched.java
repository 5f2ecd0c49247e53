package io.onrecord.event;

import java.time.Instant;
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
    Optional<String> lastModified)
    implements PageEvent {}
