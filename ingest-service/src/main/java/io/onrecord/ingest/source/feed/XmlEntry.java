package io.onrecord.ingest.source.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Maps one {@code item} or {@code entry}. */
final class XmlEntry {
  private static final List<String> HREFS = List.of("href", "url", "uri");
  private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

  private XmlEntry() {}

  static FeedEntry read(Element entry, boolean isAtom, FeedLinks links) {
    FeedElements in = new FeedElements(entry);
    Optional<FeedTitle> title =
        in.first(FeedWords.TITLE).map(element -> FeedTitle.of(element, isAtom));
    Optional<String> published = in.text(FeedWords.PUBLISHED);
    Optional<String> updated =
        in.text(FeedWords.UPDATED)
            .or(() -> Optional.of(entry.attr("lastmod").strip()).filter(text -> !text.isEmpty()));
    return new FeedEntry(
        title.map(FeedTitle::text).filter(text -> !text.isEmpty()),
        title.flatMap(FeedTitle::html),
        id(entry, in, links),
        link(in, links)
            .or(() -> permalink(in, links))
            .or(() -> attribute(entry, "href", links))
            .or(() -> webId(in)),
        in.text(List.of("feedburner:origlink")),
        published.flatMap(FeedDates::read),
        published,
        updated.flatMap(FeedDates::read),
        updated,
        in.text(FeedWords.CREATED).flatMap(FeedDates::read),
        in.named("podcast:transcript")
            .flatMap(element -> transcript(element, links).stream())
            .toList(),
        people(in, links));
  }

  private static Optional<String> id(Element entry, FeedElements in, FeedLinks links) {
    return in.first(FeedWords.ID)
        .map(
            element ->
                element.attr("ispermalink").equalsIgnoreCase("false")
                    ? FeedElements.text(element)
                    : links.absolute(element, FeedElements.raw(element)))
        .or(() -> about(entry, links));
  }

  /** What an entry of RDF is about, under whichever prefix. */
  private static Optional<String> about(Element entry, FeedLinks links) {
    return entry.attributes().asList().stream()
        .map(Attribute::getKey)
        .filter(name -> name.equals("about") || name.endsWith(":about"))
        .findFirst()
        .flatMap(name -> attribute(entry, name, links));
  }

  /** The page: a {@code link} with text, or one whose relation is "alternate" or not said. */
  static Optional<String> link(FeedElements in, FeedLinks links) {
    Optional<String> html =
        in.named("link")
            .filter(XmlEntry::isPage)
            .flatMap(e -> target(e, links).stream())
            .findFirst();
    return html.or(() -> related(in, "alternate", links).findFirst());
  }

  /** The targets of links with this relation. */
  static Stream<String> related(FeedElements in, String relation, FeedLinks links) {
    return in.named("link")
        .filter(element -> relation(element).equals(relation))
        .flatMap(element -> target(element, links).stream());
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

  private static Optional<String> permalink(FeedElements in, FeedLinks links) {
    return in.first(List.of("guid"))
        .filter(guid -> !guid.attr("ispermalink").equalsIgnoreCase("false"))
        .map(guid -> links.absolute(guid, FeedElements.raw(guid)));
  }

  /** An Atom id that is the page's own address, where no link is given. */
  private static Optional<String> webId(FeedElements in) {
    return in.text(List.of("id")).filter(id -> WEB.matcher(id).matches());
  }

  private static Optional<String> attribute(Element element, String name, FeedLinks links) {
    String value = element.attr(name);
    return value.isBlank() ? Optional.empty() : Optional.of(links.absolute(element, value));
  }

  private static Optional<FeedTranscript> transcript(Element element, FeedLinks links) {
    return attribute(element, "url", links)
        .map(
            url ->
                new FeedTranscript(
                    url, said(element.attr("type")), said(element.attr("language"))));
  }

  static List<FeedPerson> people(FeedElements in, FeedLinks links) {
    return in.named("podcast:person")
        .filter(element -> !element.wholeText().isBlank())
        .map(
            element ->
                new FeedPerson(
                    FeedElements.text(element),
                    said(element.attr("role")).map(r -> r.toLowerCase(Locale.ROOT)).orElse("host"),
                    attribute(element, "href", links)))
        .toList();
  }

  private static Optional<String> said(String attribute) {
    return attribute.isBlank() ? Optional.empty() : Optional.of(attribute.strip());
  }
}
