package io.onrecord.ingest.source.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * Feed text as a tree, whatever is wrong with it. Names are lower case. A document type is taken
 * out; entities that it declares are put in, within bounds, and never fetched.
 */
final class FeedXml {
  private static final int MOST_DEPTH = 100;
  private static final int MOST_GROWTH = 1 << 20;
  private static final Pattern DOCTYPE =
      Pattern.compile("<!DOCTYPE[^\\[>]*(?:\\[(.*?)\\]\\s*)?>", Pattern.DOTALL);
  private static final Pattern ENTITY =
      Pattern.compile(
          "<!ENTITY\\s+([\\w.-]+)\\s+(?:\"((?:[^\"&]|&#\\w+;)*+)\"|'((?:[^'&]|&#\\w+;)*+)')\\s*>");
  private static final Pattern REFERENCE = Pattern.compile("&([A-Za-z][\\w.-]*);");

  /** The {@code &copy=2} of an address is a parameter and no letter; CDATA is passed over. */
  private static final Pattern BARE_PARAMETER =
      Pattern.compile("<!\\[CDATA\\[.*?(?:]]>|\\z)|&([A-Za-z]\\w{1,9})=", Pattern.DOTALL);

  private static final Pattern BARE_CDATA_END = Pattern.compile("]]>\\s*$");

  private FeedXml() {}

  static Document parse(String text) {
    String body = text;
    Matcher doctype = DOCTYPE.matcher(text);
    if (doctype.find() && doctype.start() < 10_000) {
      String subset = doctype.group(1);
      body = text.substring(0, doctype.start()) + text.substring(doctype.end());
      if (subset != null) {
        body = expand(body, subset);
      }
    }
    Parser parser = Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(MOST_DEPTH);
    String whole = BARE_CDATA_END.matcher(body).replaceFirst("");
    return parser.parseInput(parametersKept(whole), "");
  }

  private static String parametersKept(String body) {
    return BARE_PARAMETER
        .matcher(body)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    m.group(1) == null ? m.group() : "&amp;" + m.group(1) + "="));
  }

  private static String expand(String body, String subset) {
    Map<String, String> entities = new HashMap<>();
    Matcher declared = ENTITY.matcher(subset);
    while (declared.find()) {
      String value = declared.group(2) == null ? declared.group(3) : declared.group(2);
      entities.putIfAbsent(declared.group(1), value);
    }
    StringBuilder expanded = new StringBuilder(body.length());
    Matcher m = REFERENCE.matcher(body);
    int room = MOST_GROWTH;
    while (m.find()) {
      String value = entities.get(m.group(1));
      boolean fits = value != null && (room -= value.length()) >= 0;
      m.appendReplacement(expanded, Matcher.quoteReplacement(fits ? value : m.group()));
    }
    return m.appendTail(expanded).toString();
  }

  /** The local name and the known prefix of its namespace: {@code dc:date}, {@code title}. */
  static String name(org.jsoup.nodes.Element element) {
    String tag = element.tagName().toLowerCase(Locale.ROOT);
    int colon = tag.indexOf(':');
    String prefix = colon < 0 ? "" : tag.substring(0, colon);
    String local = tag.substring(colon + 1);
    String known = FeedNamespaces.prefix(prefix, declared(element, prefix));
    return known.isEmpty() ? local : known + ":" + local;
  }

  private static String declared(org.jsoup.nodes.Element element, String prefix) {
    String attribute = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
    for (org.jsoup.nodes.Element e = element; e != null; e = e.parent()) {
      if (e.hasAttr(attribute)) {
        return e.attr(attribute);
      }
    }
    return "";
  }
}
