package io.onrecord.index.feed;

import io.onrecord.document.Document;
import io.onrecord.index.writer.Days;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The newest documents of a search.
 *
 * @param home the web page's address
 * @param self the feed's own address
 * @param title what is in it
 * @param documents newest first
 */
public record Feed(String home, String self, String title, List<Document> documents) {

  /** An entry's id: the document's, for ever. */
  static String id(Document document) {
    return "urn:onrecord:document:" + document.id();
  }

  /** The latest time at which one of the pages was fetched. */
  Instant updated() {
    return documents.stream()
        .map(Document::fetchedAt)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }

  /** When it was published, as a full time; the beginning of what is less precise. */
  static Optional<Instant> published(Document document) {
    return document.publishedAt().flatMap(Feed::instant);
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(OffsetDateTime.parse(date).toInstant());
    } catch (DateTimeParseException lessPrecise) {
      return Days.of(date).map(days -> days.first().atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }

  /** Who is to be named: the byline, or else those who are interviewed. */
  static List<String> authors(Document document) {
    return document.byline().isEmpty() ? document.interview().interviewees() : document.byline();
  }
}
