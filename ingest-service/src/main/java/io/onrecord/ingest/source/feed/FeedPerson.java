package io.onrecord.ingest.source.feed;

import java.util.Optional;

/**
 * A {@code podcast:person}.
 *
 * @param name as written
 * @param role in lower case; {@code host} unless said otherwise
 * @param group in lower case; {@code cast} unless said otherwise
 * @param href who that is
 * @param image a picture of them
 */
public record FeedPerson(
    String name, String role, String group, Optional<String> href, Optional<String> image) {}
