package io.onrecord.ingest.source.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The links that stand in an entry or a feed, and which of them is its page. */
final class XmlLinks {
  private static final List<String> HREFS = List.of("href", "url", "uri", "xlink:href");
  private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

  private XmlLinks() {}

  /** All of them, in their order. */
  static List<FeedLink> all(FeedElements in, FeedLinks links) {
    return Stream.concat(in.named("link"), in.named("enclosure"))
        .flatMap(element -> target(element, links).map(href -> link(element, href)).stream())
        .toList();
  }

  private static FeedLink link(Element element, String href) {
    boolean isEnclosure = FeedXml.name(element).equals("enclosure");
    return new FeedLink(
        isEnclosure ? "enclosure" : relation(element),
        href,
        said(element, "type"),
        said(element, "hreflang"),
        said(element, "title"),
        said(element, "length"));
  }

  /** The page: a {@code link} with text, or one whose relation is "alternate" or not said. */
  static Optional<String> page(FeedElements in, FeedLinks links) {
    Optional<String> html =
        in.named("link")
            .filter(XmlLinks::isPage)
            .flatMap(e -> target(e, links).stream())
            .findFirst();
    return html.or(() -> related(in, "alternate", links).findFirst())
        .or(
            () -> // CDF's way
            in.named("a").flatMap(e -> attribute(e, "href", links).stream()).findFirst());
  }

  /** The targets of links with this relation. */
  static Stream<String> related(FeedElements in, String relation, FeedLinks links) {
    return in.named("link")
        .filter(element -> relation(element).equals(relation))
        .flatMap(element -> target(element, links).stream());
  }

  static Optional<String> permalink(FeedElements in, FeedLinks links) {
    return in.first(List.of("guid"))
        .filter(guid -> !guid.attr("ispermalink").equalsIgnoreCase("false"))
        .map(guid -> links.absolute(guid, FeedElements.raw(guid)));
  }

  /** An Atom id that is the page's own address, where no link is given. */
  static Optional<String> webId(FeedElements in) {
    return in.text(List.of("id")).filter(id -> WEB.matcher(id).matches());
  }

  static Optional<String> attribute(Element element, String name, FeedLinks links) {
    String value = element.attr(name);
    return value.isBlank() ? Optional.empty() : Optional.of(links.absolute(element, value));
  }

  static Optional<String> said(Element element, String attribute) {
    String value = element.attr(attribute).strip();
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private static String relation(Element link) {
    String written = link.attr("rel").strip().toLowerCase(Locale.ROOT);
    String bare = written.replaceFirst("^http://www\\.iana\\.org/assignments/relation/", "");
    return bare.isEmpty() ? "alternate" : bare;
  }

  private static boolean isPage(Element link) {
    String type = link.attr("type").toLowerCase(Locale.ROOT);
    return relation(link).equals("alternate") && (type.isEmpty() || type.contains("html"));
  }

  private static Optional<String> target(Element link, FeedLinks links) {
    String written =
        HREFS.stream()
            .filter(link::hasAttr)
            .findFirst()
            .map(link::attr)
            .orElseGet(() -> FeedElements.raw(link));
    String target = links.absolute(link, written);
    return target.isEmpty() ? Optional.empty() : Optional.of(target);
  }
}
