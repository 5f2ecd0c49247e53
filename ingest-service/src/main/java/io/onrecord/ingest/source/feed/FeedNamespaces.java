package io.onrecord.ingest.source.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Namespaces by the prefix that everybody knows them by. The feed formats' own have none, so that
 * {@code atom:title}, {@code rss:title} and {@code title} are one name. A prefix that nobody
 * declared is taken for the namespace that it is commonly used for.
 */
final class FeedNamespaces {
  private static final String PLAIN = "";
  private static final Map<String, String> PREFIXES = new HashMap<>();
  private static final Set<String> OWN =
      Set.of("atom", "atom10", "atom03", "rss", "a", "a10", "cdf");

  static {
    for (String own :
        new String[] {
          "http://www.w3.org/2005/atom",
          "http://purl.org/atom/ns#",
          "http://purl.org/atom/app#",
          "http://purl.org/rss/1.0/",
          "http://my.netscape.com/rdf/simple/0.9/",
          "http://channel.netscape.com/rdf/simple/0.9/",
          "http://backend.userland.com/rss",
          "http://backend.userland.com/rss2",
          "http://backend.userland.com/rss191",
          "http://blogs.law.harvard.edu/tech/rss",
          "http://example.com/newformat#",
          "http://example.com/necho",
          "http://purl.org/echo/",
          "uri/of/echo/namespace#",
          "http://purl.org/pie/",
          "http://purl.org/net/rss1.1#",
          "http://feeds.archive.org/validator/",
          "http://ipetitions.com/feed/",
          "http://hacks.benhammersley.com/rss/streaming/"
        }) {
      PREFIXES.put(own, PLAIN);
    }
    PREFIXES.put("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf");
    PREFIXES.put("http://purl.org/dc/elements/1.1/", "dc");
    PREFIXES.put("http://purl.org/dc/elements/1.0/", "dc");
    PREFIXES.put("http://purl.org/dc/terms/", "dcterms");
    PREFIXES.put("http://purl.org/rss/1.0/modules/content/", "content");
    PREFIXES.put("http://purl.org/rss/1.0/modules/syndication/", "sy");
    PREFIXES.put("http://rssnamespace.org/feedburner/ext/1.0", "feedburner");
    PREFIXES.put("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes");
    PREFIXES.put("http://example.com/dtds/podcast-1.0.dtd", "itunes");
    PREFIXES.put("https://podcastindex.org/namespace/1.0", "podcast");
    PREFIXES.put(
        "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", "podcast");
    PREFIXES.put("http://search.yahoo.com/mrss", "media");
    PREFIXES.put("http://search.yahoo.com/mrss/", "media");
    PREFIXES.put("http://www.w3.org/1999/xhtml", "xhtml");
  }

  private FeedNamespaces() {}

  /** The prefix to know an element by, given its own and the namespace declared for it. */
  static String prefix(String own, String namespace) {
    if (!namespace.isEmpty()) {
      String known = PREFIXES.get(namespace.strip().toLowerCase(Locale.ROOT));
      if (known != null) {
        return known;
      }
    }
    return OWN.contains(own) && namespace.isEmpty() ? PLAIN : own;
  }
}
