package io.onrecord.ingest.source.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FeedDiscoveryTest {
  @Test
  void aPageNamesItsFeeds() {
    String page =
        """
        <head><base href="/blog/"><link rel="alternate" hreflang="de" href="/de/" type="text/html">
        <LINK REL="Alternate home" TYPE="application/rss+xml" title="Comments" HREF="comments.xml">
        <link rel=alternate type="application/atom+xml; charset=utf-8" href="feed">
        <link rel="alternate" type="application/feed+json" href="http://other.example/feed.json">
        <link rel="stylesheet" type="application/rss+xml" href="no.css"></head>""";
    assertThat(FeedDiscovery.feeds(page.getBytes(UTF_8), Optional.empty(), "http://a.example/x/y"))
        .containsExactly(
            "http://a.example/blog/feed",
            "http://other.example/feed.json",
            "http://a.example/blog/comments.xml");
  }
}
