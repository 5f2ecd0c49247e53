package io.onrecord.ingest.source.feed;

import java.util.Optional;

/**
 * A link of a feed or of an entry; an RSS enclosure is one with the relation "enclosure".
 *
 * @param rel its relation in lower case; "alternate" unless said otherwise
 * @param href absolute
 * @param type media type, as written
 * @param language of what it leads to, as written
 * @param title as written
 * @param length in bytes, as written
 */
public record FeedLink(
    String rel,
    String href,
    Optional<String> type,
    Optional<String> language,
    Optional<String> title,
    Optional<String> length) {}
