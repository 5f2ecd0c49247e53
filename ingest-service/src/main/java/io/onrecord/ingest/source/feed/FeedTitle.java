package io.onrecord.ingest.source.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;
import org.jsoup.safety.Safelist;

/**
 * A title, whose element may hold text, escaped HTML, inline XHTML or base64, said or unsaid.
 *
 * @param text as a reader sees it
 * @param html the markup, where it has any, without what could run and with links made absolute
 */
record FeedTitle(String text, Optional<String> html) {
  private static final Pattern ENTITY = Pattern.compile("&(#\\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]\\w+);");
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)(\\s[^<>]*)?/?>");
  private static final Set<String> EMPTY = Set.of("br", "hr", "img", "wbr", "input");
  private static final Document.OutputSettings FLAT =
      new Document.OutputSettings().prettyPrint(false);
  private static final String[] INLINE = {
    "abbr", "acronym", "bdi", "bdo", "big", "center", "del", "font", "hr", "ins", "kbd", "mark",
    "rp", "rt", "ruby", "s", "samp", "time", "tt", "var", "wbr"
  };

  /**
   * Reads a title.
   *
   * @param isAtom whether an absent type means plain text
   */
  static FeedTitle of(Element element, boolean isAtom, FeedLinks links) {
    String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
    String mode = element.attr("mode").strip().toLowerCase(Locale.ROOT);
    String value = FeedElements.text(element);
    if (element.childrenSize() > 0 && !value.isEmpty() && hasInline(element)) {
      return new FeedTitle(value, Optional.of(safe(inline(element), links.baseOf(element))));
    }
    if (mode.equals("base64") || isBinary(type)) {
      value = base64(value).orElse(value);
    }
    boolean isSaid = mode.equals("escaped") || type.contains("html");
    boolean isMarkup =
        isSaid
            ? ENTITY.matcher(value).find() || TAG.matcher(value).find()
            : (!isAtom || isBinary(type)) && looksLikeMarkup(value);
    return isMarkup
        ? new FeedTitle(
            folded(Jsoup.parseBodyFragment(value).body().text()),
            Optional.of(safe(value, links.baseOf(element))))
        : new FeedTitle(value, Optional.empty());
  }

  /**
   * RSS does not say whether a title is HTML. It is, if it has entities, or tags of HTML of which
   * one ends, is empty or has attributes: {@code List<T>} and {@code the <b> tag} are text.
   */
  private static boolean looksLikeMarkup(String value) {
    boolean isMarkup = ENTITY.matcher(value).find();
    Matcher tag = TAG.matcher(value);
    while (tag.find()) {
      String name = tag.group(2).toLowerCase(Locale.ROOT);
      if (!Tag.isKnownTag(name)) {
        return false;
      }
      isMarkup |= !tag.group(1).isEmpty() || tag.group(3) != null || EMPTY.contains(name);
    }
    return isMarkup;
  }

  private static String safe(String html, String base) {
    Safelist safelist = Safelist.relaxed().addTags(INLINE).preserveRelativeLinks(base.isEmpty());
    return folded(Jsoup.clean(html, base, safelist, FLAT));
  }

  private static boolean hasInline(Element element) {
    return element.children().stream()
        .anyMatch(child -> !FeedWords.SIBLINGS.contains(FeedXml.name(child)));
  }

  private static String inline(Element element) {
    Element content =
        element.childrenSize() == 1 && element.child(0).tagName().endsWith("div")
            ? element.child(0)
            : element;
    return content.html();
  }

  private static boolean isBinary(String type) {
    return type.contains("/")
        && !type.startsWith("text/")
        && !type.contains("html")
        && !type.contains("xml");
  }

  private static Optional<String> base64(String value) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(value);
      return Optional.of(folded(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String folded(String text) {
    return text.replaceAll("[\\s\\u00a0]+", " ").strip();
  }
}
