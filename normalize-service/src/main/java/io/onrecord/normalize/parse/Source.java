package io.onrecord.normalize.parse;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a page besides its text; it travels with the page through all later stages.
 *
 * @param url as fetched, after redirects
 * @param canonicalUrl what identifies it
 * @param contentType exactly as the server sent it
 * @param contentLanguage the {@code Content-Language} that the server sent
 * @param fetchedAt when; what relative dates are resolved against
 */
public record Source(
    String url,
    String canonicalUrl,
    Optional<String> contentType,
    Optional<String> contentLanguage,
    Instant fetchedAt) {}
