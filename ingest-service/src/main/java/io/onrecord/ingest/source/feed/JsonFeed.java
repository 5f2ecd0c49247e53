package io.onrecord.ingest.source.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Maps JSON Feed 1.0 and 1.1. */
final class JsonFeed {
  private JsonFeed() {}

  static Optional<Feed> read(String text, FeedLinks links) {
    JsonNode root;
    try {
      root = JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      return Optional.empty();
    }
    if (!root.path("items").isArray()) {
      return Optional.empty();
    }
    List<FeedEntry> entries = new ArrayList<>();
    root.path("items").forEach(item -> entries.add(entry(item, links)));
    List<String> hubs = new ArrayList<>();
    root.path("hubs").forEach(hub -> string(hub, "url").map(links::absolute).ifPresent(hubs::add));
    return Optional.of(
        new Feed(
            "json",
            string(root, "title"),
            string(root, "feed_url"),
            string(root, "home_page_url").map(links::absolute),
            string(root, "language"),
            Optional.empty(),
            Optional.empty(),
            string(root, "feed_url").map(links::absolute),
            hubs,
            string(root, "next_url").map(links::absolute),
            List.of(),
            entries));
  }

  private static FeedEntry entry(JsonNode item, FeedLinks links) {
    Optional<String> published = string(item, "date_published");
    Optional<String> updated = string(item, "date_modified");
    Optional<String> link = string(item, "url").or(() -> string(item, "external_url"));
    return new FeedEntry(
        string(item, "title"),
        Optional.empty(),
        string(item, "id").or(() -> link),
        link.map(links::absolute),
        Optional.empty(),
        published.flatMap(FeedDates::read),
        published,
        updated.flatMap(FeedDates::read),
        updated,
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** A text that is not empty; numbers are taken too, since some feeds number their ids. */
  private static Optional<String> string(JsonNode in, String name) {
    JsonNode value = in.path(name);
    return value.isString() || value.isNumber()
        ? Optional.of(value.asString().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
