package io.onrecord.ingest.source.feed;

import java.util.Optional;

/**
 * A {@code podcast:person}.
 *
 * @param name as written
 * @param role {@code host} unless said otherwise
 * @param href who that is
 */
public record FeedPerson(String name, String role, Optional<String> href) {}
