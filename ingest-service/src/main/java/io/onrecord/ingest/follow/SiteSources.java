package io.onrecord.ingest.follow;

import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.politeness.RobotsTxt;
import io.onrecord.ingest.source.feed.FeedDiscovery;
import io.onrecord.ingest.source.feed.FeedReader;
import io.onrecord.ingest.source.sitemap.Sitemap;
import io.onrecord.ingest.url.InvalidUrlException;
import io.onrecord.ingest.url.Site;
import io.onrecord.ingest.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is followed when somebody names a page: the feed that the page names first, and for a site's
 * home page the sitemaps that its robots.txt names. A page deep in a site stands for itself, so
 * that naming one interview does not bring the whole site.
 */
public final class SiteSources {
  private static final int MOST_SITEMAPS = 50;

  private SiteSources() {}

  /** The feed and the sitemaps that are followed instead of the page; none: the page itself is. */
  public static List<String> named(FetchOutcome.Fetched page, RobotsTxt robots) {
    List<String> named = new ArrayList<>();
    FeedDiscovery.feeds(page.bytes(), page.contentType(), page.finalUrl()).stream()
        .findFirst()
        .ifPresent(named::add);
    WebUrl at = WebUrl.parse(page.finalUrl());
    if (at.pathAndQuery().equals("/")) {
      robots.sitemaps().stream()
          .filter(sitemap -> isOf(at, sitemap))
          .limit(MOST_SITEMAPS)
          .forEach(named::add);
    }
    return named;
  }

  /** In words, what it is if it leads to pages: a feed, a sitemap, a home page that names them. */
  public static Optional<String> kind(FetchOutcome.Fetched page, RobotsTxt robots) {
    if (FeedReader.read(page.bytes(), page.contentType(), Optional.of(page.finalUrl()))
        .isPresent()) {
      return Optional.of("a feed");
    }
    if (Sitemap.read(page.bytes(), page.finalUrl()).filter(map -> !map.isEmpty()).isPresent()) {
      return Optional.of("a sitemap");
    }
    boolean isHome = WebUrl.parse(page.finalUrl()).pathAndQuery().equals("/");
    return isHome && !named(page, robots).isEmpty()
        ? Optional.of("a home page that names its feed or sitemap")
        : Optional.empty();
  }

  private static boolean isOf(WebUrl site, String sitemap) {
    try {
      WebUrl url = site.resolve(sitemap);
      return url.scheme().startsWith("http") && Site.isSame(url.host(), site.host());
    } catch (InvalidUrlException e) {
      return false; // robots.txt may say anything
    }
  }
}
