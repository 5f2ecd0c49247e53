package io.onrecord.index.feed;

import io.onrecord.document.Document;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A feed as JSON Feed 1.1. */
public final class JsonFeed {
  /** Its media type. */
  public static final String TYPE = "application/feed+json; charset=utf-8";

  private JsonFeed() {}

  /** The feed's bytes. */
  public static byte[] write(Feed feed) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("version", "https://jsonfeed.org/version/1.1");
    json.put("title", feed.title());
    json.put("home_page_url", feed.home());
    json.put("feed_url", feed.self());
    ArrayNode items = json.putArray("items");
    feed.documents().forEach(document -> item(document, items.addObject()));
    return JsonMapper.shared().writeValueAsBytes(json);
  }

  private static void item(Document document, ObjectNode item) {
    item.put("id", Feed.id(document));
    item.put("url", document.canonicalUrl());
    document.title().ifPresent(title -> item.put("title", title));
    item.put("content_text", document.text());
    Feed.published(document).ifPresent(time -> item.put("date_published", time.toString()));
    item.put("date_modified", document.fetchedAt().toString());
    ArrayNode authors = item.putArray("authors");
    Feed.authors(document).forEach(name -> authors.addObject().put("name", name));
    item.put("language", document.language());
    item.putArray("tags").add(document.kind().wireName());
  }
}
