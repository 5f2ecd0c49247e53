package io.onrecord.ingest.api;

import io.onrecord.ingest.fetch.ResponseHeaders;
import io.onrecord.ingest.fetch.Validators;
import io.onrecord.ingest.url.CanonicalUrl;
import java.time.Instant;
import java.util.Optional;

/**
 * A page that somebody brings, with what its server said of it.
 *
 * @param contentType exactly as sent
 * @param contentLanguage exactly as sent
 * @param said what else the headers say
 * @param captured when it was as it is here; empty for now. What is known to be later stays
 */
public record PushedPage(
    CanonicalUrl url,
    String source,
    byte[] body,
    Optional<String> contentType,
    Optional<String> contentLanguage,
    Validators validators,
    ResponseHeaders said,
    Optional<Instant> captured) {}
