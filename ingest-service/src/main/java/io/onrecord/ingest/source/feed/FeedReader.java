package io.onrecord.ingest.source.feed;

import java.util.Optional;

/** Reads feeds, as leniently as the best readers do. Stateless. */
public final class FeedReader {
  private FeedReader() {}

  /**
   * The feed in these bytes; empty if they are none. Never throws for what is in them.
   *
   * @param contentType as the server sent it
   * @param address where they came from, after redirects, against which links are resolved
   */
  public static Optional<Feed> read(
      byte[] bytes, Optional<String> contentType, Optional<String> address) {
    String text = FeedText.decode(bytes, contentType).stripLeading();
    FeedLinks links = new FeedLinks(address);
    return text.startsWith("{")
        ? JsonFeed.read(text, links)
        : XmlFeed.read(FeedXml.parse(text), links);
  }
}
