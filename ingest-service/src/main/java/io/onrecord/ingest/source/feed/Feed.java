package io.onrecord.ingest.source.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a feed says.
 *
 * @param format {@code rss}, {@code rdf}, {@code atom}, {@code cdf} or {@code json}
 * @param title as plain text
 * @param titleHtml the title as markup, where it has any, made harmless
 * @param id its own name for itself
 * @param link the site that it is about
 * @param language BCP 47, as written
 * @param published when it says that it came out
 * @param publishedText the same as written
 * @param updated when it says that it changed, else when it came out
 * @param updatedText the same as written
 * @param ttl how long it asks to be left alone
 * @param self its own address
 * @param hubs WebSub hubs that push it
 * @param next the next page of an archive or of a paged feed
 * @param people of the whole feed ({@code podcast:person})
 * @param links all of them, in its order
 * @param entries in its order
 */
public record Feed(
    String format,
    Optional<String> title,
    Optional<String> titleHtml,
    Optional<String> id,
    Optional<String> link,
    Optional<String> language,
    Optional<Instant> published,
    Optional<String> publishedText,
    Optional<Instant> updated,
    Optional<String> updatedText,
    Optional<Duration> ttl,
    Optional<String> self,
    List<String> hubs,
    Optional<String> next,
    List<FeedPerson> people,
    List<FeedLink> links,
    List<FeedEntry> entries) {

  public Feed {
    hubs = List.copyOf(hubs);
    people = List.copyOf(people);
    links = List.copyOf(links);
    entries = List.copyOf(entries);
  }
}
