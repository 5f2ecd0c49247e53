package io.onrecord.ingest.source.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the feeds that a page names: {@code <link rel="alternate">} of a feed's type. */
public final class FeedDiscovery {
  private static final Pattern FEED_TYPE =
      Pattern.compile("application/(rss|atom|rdf|feed)\\+(xml|json)|application/json|text/xml");

  private FeedDiscovery() {}

  /**
   * The feeds of a page, absolute, in its order; those of comments last.
   *
   * @param address where the page came from
   */
  public static List<String> feeds(byte[] page, Optional<String> contentType, String address) {
    Document document = Jsoup.parse(FeedText.decode(page, contentType), address);
    List<Element> found =
        document.select("link[rel~=(?i)(^|\\s)alternate(\\s|$)][href]").stream()
            .filter(link -> FEED_TYPE.matcher(type(link)).matches())
            .toList();
    return java.util.stream.Stream.concat(
            found.stream().filter(link -> !isOfComments(link)),
            found.stream().filter(FeedDiscovery::isOfComments))
        .map(link -> link.absUrl("href"))
        .filter(url -> !url.isEmpty())
        .distinct()
        .toList();
  }

  private static String type(Element link) {
    return link.attr("type").strip().toLowerCase(Locale.ROOT).replaceFirst("\\s*;.*", "");
  }

  private static boolean isOfComments(Element link) {
    String words = (link.attr("title") + " " + link.attr("href")).toLowerCase(Locale.ROOT);
    return words.contains("comment") || words.contains("评论");
  }
}
