package io.onrecord.ingest.source.feed;

import java.util.List;
import java.util.Set;

/** Under which names the formats keep what we look for, the likelier name first. */
final class FeedWords {
  static final List<String> TITLE = List.of("title", "dc:title", "itunes:title", "media:title");
  static final List<String> ID = List.of("id", "guid");
  static final List<String> PUBLISHED =
      List.of("published", "pubdate", "issued", "dcterms:issued", "dcterms:available");
  static final List<String> UPDATED =
      List.of("updated", "modified", "dc:date", "dcterms:modified", "lastbuilddate", "date");
  static final List<String> CREATED = List.of("created", "dcterms:created");
  static final List<String> EXPIRED = List.of("expirationdate");
  static final List<String> LANGUAGE = List.of("language", "dc:language");

  /** Entries. */
  static final Set<String> ENTRIES = Set.of("item", "entry");

  /** Elements whose inside is about something else. */
  static final Set<String> APART =
      Set.of("image", "textinput", "source", "media:content", "media:group", "author", "cloud");

  /** Elements of inline markup that no reader reads. */
  static final Set<String> SILENT = Set.of("script", "style");

  /** Elements that stand side by side; inside of each other only when an end tag is missing. */
  static final Set<String> SIBLINGS =
      Set.of(
          "title",
          "link",
          "description",
          "guid",
          "id",
          "pubdate",
          "published",
          "updated",
          "issued",
          "modified",
          "created",
          "author",
          "category",
          "comments",
          "enclosure",
          "dc:date",
          "dc:creator",
          "summary",
          "content",
          "content:encoded",
          "language");

  private FeedWords() {}
}
