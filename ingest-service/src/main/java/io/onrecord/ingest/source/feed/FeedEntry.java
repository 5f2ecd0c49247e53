package io.onrecord.ingest.source.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a feed.
 *
 * @param title as plain text
 * @param titleHtml the title as markup, where it has any, made harmless
 * @param id as written, made absolute if it is a relative link to the page
 * @param link its page, absolute
 * @param original its page where {@code link} leads through a counter ({@code feedburner:origLink})
 * @param published when it was published
 * @param publishedText the same as written
 * @param updated when it was changed
 * @param updatedText the same as written
 * @param created when it was made
 * @param createdText the same as written
 * @param expired when it is to be forgotten (RSS 0.93)
 * @param expiredText the same as written
 * @param links all of them with enclosures, in the feed's order
 * @param transcripts of the episode, in the feed's order
 * @param people who appear in it
 */
public record FeedEntry(
    Optional<String> title,
    Optional<String> titleHtml,
    Optional<String> id,
    Optional<String> link,
    Optional<String> original,
    Optional<Instant> published,
    Optional<String> publishedText,
    Optional<Instant> updated,
    Optional<String> updatedText,
    Optional<Instant> created,
    Optional<String> createdText,
    Optional<Instant> expired,
    Optional<String> expiredText,
    List<FeedLink> links,
    List<FeedTranscript> transcripts,
    List<FeedPerson> people) {

  public FeedEntry {
    links = List.copyOf(links);
    transcripts = List.copyOf(transcripts);
    people = List.copyOf(people);
  }

  /** When it was last said to have changed: updated, else published, else created. */
  public Optional<Instant> changed() {
    return updated.or(() -> published).or(() -> created);
  }

  /** When it came out: published, else created, else updated. */
  public Optional<Instant> appeared() {
    return published.or(() -> created).or(() -> updated);
  }
}
