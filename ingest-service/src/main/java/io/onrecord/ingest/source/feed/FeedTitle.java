package io.onrecord.ingest.source.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A title, whose element may hold text, escaped HTML, inline XHTML or base64, said or unsaid.
 *
 * @param text as a reader sees it
 * @param html the markup, where it has any
 */
record FeedTitle(String text, Optional<String> html) {
  private static final Pattern MARKUP =
      Pattern.compile(
          "</?[a-zA-Z][a-zA-Z0-9]*(\\s[^<>]*)?/?>|&(#\\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]\\w+);");

  /**
   * Reads a title.
   *
   * @param isAtom whether an absent type means plain text
   */
  static FeedTitle of(Element element, boolean isAtom) {
    String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
    String mode = element.attr("mode").strip().toLowerCase(Locale.ROOT);
    if (element.childrenSize() > 0 && !FeedElements.text(element).isEmpty() && hasInline(element)) {
      return new FeedTitle(FeedElements.text(element), Optional.of(inline(element)));
    }
    String value = FeedElements.text(element);
    if (mode.equals("base64") || isBinary(type)) {
      value = base64(value).orElse(value);
    }
    boolean plain =
        isAtom
            && !mode.equals("escaped")
            && (type.isEmpty() || type.equals("text") || type.equals("text/plain"));
    return plain || !MARKUP.matcher(value).find()
        ? new FeedTitle(value, Optional.empty())
        : new FeedTitle(folded(Jsoup.parseBodyFragment(value).body().text()), Optional.of(value));
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
    return folded(content.html());
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
