package io.onrecord.ingest.source.feed;

import io.onrecord.ingest.url.InvalidUrlException;
import io.onrecord.ingest.url.WebUrl;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Links made absolute: against {@code xml:base} of all elements around, then the feed's address.
 * {@code Content-Location} is no base: RFC 7231 took that back, since it breaks more than it mends.
 */
final class FeedLinks {
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

  private final Optional<WebUrl> address;

  /**
   * Links of a feed.
   *
   * @param address of the feed, or what its server says instead
   */
  FeedLinks(Optional<String> address) {
    this.address = address.flatMap(FeedLinks::parse);
  }

  /** The link, absolute if that can be known; white space that a line break put in is dropped. */
  String absolute(Element at, String written) {
    String link = written.replaceAll("[\\t\\r\\n]+\\s*", "").strip();
    if (link.isEmpty() || ABSOLUTE.matcher(link).matches()) {
      return link;
    }
    return base(at).flatMap(base -> resolve(base, link)).map(WebUrl::href).orElse(link);
  }

  /** The same for a feed that has no elements. */
  String absolute(String written) {
    String link = written.strip();
    return link.isEmpty() || ABSOLUTE.matcher(link).matches()
        ? link
        : address.flatMap(base -> resolve(base, link)).map(WebUrl::href).orElse(link);
  }

  /** What links in an element are relative to; empty if nothing says. */
  String baseOf(Element at) {
    return base(at).map(WebUrl::href).orElse("");
  }

  private Optional<WebUrl> base(Element at) {
    Deque<String> bases = new ArrayDeque<>();
    for (Element e = at; e != null; e = e.parent()) {
      if (e.hasAttr("xml:base")) {
        bases.push(e.attr("xml:base").strip());
      } else if (e.hasAttr("base") && e.tagName().equals("channel")) {
        bases.push(e.attr("base").strip()); // CDF's way
      }
    }
    Optional<WebUrl> base = address;
    for (String next : bases) {
      Optional<WebUrl> before = base;
      base = before.flatMap(b -> resolve(b, next)).or(() -> parse(next)).or(() -> before);
    }
    return base;
  }

  private static Optional<WebUrl> resolve(WebUrl base, String link) {
    try {
      return Optional.of(base.resolve(link));
    } catch (InvalidUrlException e) {
      return Optional.empty();
    }
  }

  private static Optional<WebUrl> parse(String url) {
    try {
      return Optional.of(WebUrl.parse(url));
    } catch (InvalidUrlException e) {
      return Optional.empty();
    }
  }
}
