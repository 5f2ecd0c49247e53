package io.onrecord.ingest.source.opml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/** Reads and writes lists of feeds. */
public final class Opml {
  /**
   * A feed in a list.
   *
   * @param title what the list calls it
   * @param feed its address
   * @param site the page that it is about
   */
  public record Outline(String title, String feed, Optional<String> site) {}

  private Opml() {}

  /** The feeds of a list, those in folders too, in its order; none if it is no OPML. */
  public static List<Outline> read(String text) {
    Document document =
        Parser.xmlParser()
            .settings(ParseSettings.htmlDefault)
            .setMaxDepth(256)
            .parseInput(text, "");
    List<Outline> feeds = new ArrayList<>();
    for (Element outline : document.select("opml outline[xmlurl]")) {
      String feed = outline.attr("xmlurl").strip();
      if (!feed.isEmpty()) {
        feeds.add(
            new Outline(
                first(outline.attr("title"), outline.attr("text"), feed),
                feed,
                Optional.of(outline.attr("htmlurl").strip()).filter(url -> !url.isEmpty())));
      }
    }
    return feeds;
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return text.strip();
      }
    }
    return "";
  }

  /** A list as a file; the same feeds make the same file. */
  public static String write(List<Outline> feeds) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(
        "<opml version=\"2.0\">\n  <head>\n    <title>Onrecord sources</title>\n  </head>\n");
    xml.append("  <body>\n");
    for (Outline feed : feeds) {
      xml.append("    <outline type=\"rss\"");
      attribute(xml, "text", feed.title());
      attribute(xml, "title", feed.title());
      attribute(xml, "xmlUrl", feed.feed());
      feed.site().ifPresent(site -> attribute(xml, "htmlUrl", site));
      xml.append("/>\n");
    }
    return xml.append("  </body>\n</opml>\n").toString();
  }

  private static void attribute(StringBuilder xml, String name, String value) {
    xml.append(' ').append(name).append("=\"");
    value
        .codePoints()
        .filter(c -> c >= 0x20 || c == '\t')
        .forEach(
            c -> {
              switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.appendCodePoint(c);
              }
            });
    xml.append('"');
  }
}
