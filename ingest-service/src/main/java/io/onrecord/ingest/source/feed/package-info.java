/**
 * Feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF, JSON Feed, with the Podcasting 2.0 names.
 *
 * <p>In: the bytes of a feed, its content type and address. Out: a {@link
 * io.onrecord.ingest.source.feed.Feed} of entries with title, link, id, dates, transcripts and
 * people, links made absolute; or nothing, when it is no feed ({@link
 * io.onrecord.ingest.source.feed.FeedReader} is the front door).
 *
 * <p>Compared: ROME (last commit 2023) needs well-formed XML and declared prefixes and drops dates
 * that it does not know; the JDK's and Woodstox' parsers stop at the first error; jsoup's XML
 * parser is maintained, never stops, knows HTML's entities and is bounded by its input, so the
 * mapping here stands on it.
 *
 * <p>What may change: {@code month-names.tsv}, {@code zones.tsv} and {@code charset-names.tsv};
 * names of elements in {@code FeedWords}. Where to look next: {@code io.onrecord.ingest.follow},
 * which follows feeds.
 */
@NullMarked
package io.onrecord.ingest.source.feed;

import org.jspecify.annotations.NullMarked;
