package io.onrecord.ingest.source.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
            Optional.empty(),
            string(root, "feed_url"),
            string(root, "home_page_url").map(links::absolute),
            string(root, "language"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            string(root, "feed_url").map(links::absolute),
            hubs,
            string(root, "next_url").map(links::absolute),
            List.of(),
            page(string(root, "home_page_url"), links).toList(),
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
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Stream.concat(page(link, links), attachments(item, links)).toList(),
        List.of(),
        List.of());
  }

  private static Stream<FeedLink> page(Optional<String> url, FeedLinks links) {
    return url.map(links::absolute).map(href -> link("alternate", href, Optional.empty())).stream();
  }

  private static Stream<FeedLink> attachments(JsonNode item, FeedLinks links) {
    List<FeedLink> found = new ArrayList<>();
    for (JsonNode attachment : item.path("attachments")) {
      string(attachment, "url")
          .map(links::absolute)
          .map(href -> link("enclosure", href, string(attachment, "mime_type")))
          .ifPresent(found::add);
    }
    return found.stream();
  }

  private static FeedLink link(String rel, String href, Optional<String> type) {
    return new FeedLink(rel, href, type, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** A text that is not empty; numbers are taken too, since some feeds number their ids. */
  private static Optional<String> string(JsonNode in, String name) {
    JsonNode value = in.path(name);
    return value.isString() || value.isNumber()
        ? Optional.of(value.asString().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }
}
