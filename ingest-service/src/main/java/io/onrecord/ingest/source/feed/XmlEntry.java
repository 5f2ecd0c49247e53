package io.onrecord.ingest.source.feed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Maps one {@code item} or {@code entry}. */
final class XmlEntry {
  private XmlEntry() {}

  static FeedEntry read(Element entry, boolean isAtom, FeedLinks links) {
    FeedElements in = new FeedElements(entry);
    Optional<FeedTitle> title =
        in.first(FeedWords.TITLE).map(element -> FeedTitle.of(element, isAtom, links));
    Optional<String> published = in.text(FeedWords.PUBLISHED);
    Optional<String> updated = in.text(FeedWords.UPDATED).or(() -> XmlLinks.said(entry, "lastmod"));
    Optional<String> created = in.text(FeedWords.CREATED);
    Optional<String> expired = in.text(FeedWords.EXPIRED);
    Optional<String> page =
        XmlLinks.page(in, links).or(() -> XmlLinks.attribute(entry, "href", links));
    return new FeedEntry(
        title.map(FeedTitle::text).filter(text -> !text.isEmpty()),
        title.flatMap(FeedTitle::html),
        id(entry, in, page.isPresent(), links),
        page.or(() -> XmlLinks.permalink(in, links)).or(() -> XmlLinks.webId(in)),
        in.text(List.of("feedburner:origlink")),
        published.flatMap(FeedDates::read),
        published,
        updated.flatMap(FeedDates::read),
        updated,
        created.flatMap(FeedDates::read),
        created,
        expired.flatMap(FeedDates::read),
        expired,
        XmlLinks.all(in, links),
        in.named("podcast:transcript")
            .flatMap(element -> transcript(element, links).stream())
            .toList(),
        people(in, links));
  }

  /**
   * A name is left as it is written, except where it is a link: Atom's always is, a {@code guid}
   * only if there is no other link to the page.
   */
  private static Optional<String> id(
      Element entry, FeedElements in, boolean hasPage, FeedLinks links) {
    return in.first(FeedWords.ID)
        .map(
            element ->
                isName(element, hasPage)
                    ? FeedElements.text(element)
                    : links.absolute(element, FeedElements.raw(element)))
        .or(() -> about(entry, links));
  }

  private static boolean isName(Element id, boolean hasPage) {
    String permalink = id.attr("ispermalink");
    return permalink.equalsIgnoreCase("false")
        || FeedXml.name(id).equals("guid") && hasPage && permalink.isEmpty();
  }

  /** What an element of RDF is about, under whichever prefix. */
  static Optional<String> about(Element element, FeedLinks links) {
    return element.attributes().asList().stream()
        .map(Attribute::getKey)
        .filter(name -> name.equals("about") || name.endsWith(":about"))
        .findFirst()
        .flatMap(name -> XmlLinks.attribute(element, name, links));
  }

  private static Optional<FeedTranscript> transcript(Element element, FeedLinks links) {
    return XmlLinks.attribute(element, "url", links)
        .map(
            url ->
                new FeedTranscript(
                    url, XmlLinks.said(element, "type"), XmlLinks.said(element, "language")));
  }

  static List<FeedPerson> people(FeedElements in, FeedLinks links) {
    return in.named("podcast:person")
        .filter(element -> !element.wholeText().isBlank())
        .map(
            element ->
                new FeedPerson(
                    FeedElements.text(element),
                    word(element, "role", "host"),
                    word(element, "group", "cast"),
                    XmlLinks.attribute(element, "href", links),
                    XmlLinks.attribute(element, "img", links)))
        .toList();
  }

  private static String word(Element element, String attribute, String otherwise) {
    return XmlLinks.said(element, attribute)
        .map(said -> said.toLowerCase(Locale.ROOT))
        .orElse(otherwise);
  }
}
