package io.onrecord.ingest.source.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Maps the XML formats; they differ in names, and no name means two things. */
final class XmlFeed {
  private final Element root;
  private final String format;
  private final FeedLinks links;

  private XmlFeed(Element root, String format, FeedLinks links) {
    this.root = root;
    this.format = format;
    this.links = links;
  }

  /** The feed that a document holds; empty if it holds none. */
  static Optional<Feed> read(Document document, FeedLinks links) {
    for (Element element : document.children()) {
      Optional<String> format = format(element);
      if (format.isPresent()) {
        // Without a root of their own, entries stand beside each other.
        boolean isBare = FeedWords.ENTRIES.contains(FeedXml.name(element));
        Element root = isBare ? document : element;
        return Optional.of(new XmlFeed(root, format.get(), links).read());
      }
    }
    return wrapped(document)
        .flatMap(root -> format(root).map(format -> new XmlFeed(root, format, links).read()));
  }

  /** A feed in something else's clothes: in a page's {@code <pre>}, in a SOAP envelope. */
  private static Optional<Element> wrapped(Document document) {
    return document.stream()
        .filter(
            element ->
                switch (FeedXml.name(element)) {
                  case "rss" -> element.selectFirst("channel") != null;
                  case "rdf:rdf" -> element.selectFirst("item, *|item") != null;
                  case "feed" -> !element.attr("xmlns").isEmpty();
                  default -> false;
                })
        .findFirst();
  }

  private static Optional<String> format(Element root) {
    return switch (FeedXml.name(root)) {
      case "rss" -> Optional.of("rss");
      case "rdf:rdf", "rdf" -> Optional.of("rdf");
      case "feed" -> Optional.of("atom");
      case "entry" -> Optional.of("atom");
      case "channel" ->
          Optional.of(
              root.selectFirst("item[href], channel[base], item > a[href]") == null
                  ? "rss"
                  : "cdf");
      case "item" -> Optional.of("rss");
      default -> Optional.empty();
    };
  }

  private Feed read() {
    List<Element> heads = new ArrayList<>();
    for (Element child : root.children()) {
      if (FeedXml.name(child).equals("channel")) {
        heads.add(child);
      }
    }
    heads.add(root);
    FeedElements head = FeedElements.of(heads);
    List<FeedEntry> entries = new ArrayList<>();
    root.stream()
        .filter(element -> FeedWords.ENTRIES.contains(FeedXml.name(element)))
        .forEach(element -> entries.add(XmlEntry.read(element, isAtom(), links)));
    Optional<FeedTitle> title =
        head.first(FeedWords.TITLE).map(element -> FeedTitle.of(element, isAtom(), links));
    Optional<String> published = head.text(FeedWords.PUBLISHED);
    Optional<String> updated =
        head.text(FeedWords.UPDATED)
            .or(() -> heads.stream().flatMap(e -> XmlLinks.said(e, "lastmod").stream()).findFirst())
            .or(() -> published);
    return new Feed(
        format,
        title.map(FeedTitle::text),
        title.flatMap(FeedTitle::html),
        head.first(List.of("id"))
            .map(id -> links.absolute(id, FeedElements.raw(id)))
            .or(() -> heads.stream().flatMap(e -> XmlEntry.about(e, links).stream()).findFirst()),
        link(head),
        head.text(FeedWords.LANGUAGE)
            .or(
                () ->
                    heads.stream()
                        .map(e -> e.attr("xml:lang"))
                        .filter(l -> !l.isBlank())
                        .findFirst()),
        published.flatMap(FeedDates::read),
        published,
        updated.flatMap(FeedDates::read),
        updated,
        ttl(head),
        XmlLinks.related(head, "self", links).findFirst(),
        XmlLinks.related(head, "hub", links).distinct().toList(),
        XmlLinks.related(head, "next", links).findFirst(),
        XmlEntry.people(head, links),
        XmlLinks.all(head, links),
        entries);
  }

  private boolean isAtom() {
    return format.equals("atom");
  }

  private Optional<String> link(FeedElements head) {
    Optional<String> found = XmlLinks.page(head, links);
    return found.or(
        () ->
            root.hasAttr("href")
                ? Optional.of(links.absolute(root, root.attr("href")))
                : Optional.empty());
  }

  /** {@code ttl} in minutes, or {@code sy:updatePeriod} divided by its frequency. */
  private static Optional<Duration> ttl(FeedElements head) {
    Optional<Duration> ttl =
        head.text(List.of("ttl"))
            .filter(text -> text.matches("\\d{1,7}"))
            .map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)));
    return ttl.or(
        () ->
            head.text(List.of("sy:updateperiod"))
                .flatMap(period -> period(period.toLowerCase(Locale.ROOT)))
                .map(
                    period ->
                        period.dividedBy(
                            head.text(List.of("sy:updatefrequency"))
                                .filter(text -> text.matches("[1-9]\\d{0,4}"))
                                .map(Long::parseLong)
                                .orElse(1L))));
  }

  private static Optional<Duration> period(String word) {
    return switch (word) {
      case "hourly" -> Optional.of(Duration.ofHours(1));
      case "daily" -> Optional.of(Duration.ofDays(1));
      case "weekly" -> Optional.of(Duration.ofDays(7));
      case "monthly" -> Optional.of(Duration.ofDays(30));
      case "yearly" -> Optional.of(Duration.ofDays(365));
      default -> Optional.empty();
    };
  }
}
