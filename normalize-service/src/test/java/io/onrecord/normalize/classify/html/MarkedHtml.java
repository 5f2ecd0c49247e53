package io.onrecord.normalize.classify.html;

import io.onrecord.normalize.RawPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * A page of our own with marks for the test: {@code data-keep} on what a reader came for and {@code
 * data-drop} on what must go. The marks are taken off before the page is normalized; what has none
 * (a title, a date) may go either way.
 */
record MarkedHtml(String html, List<String> keep, List<String> drop) {
  private static final Instant FETCHED = Instant.parse("2026-01-01T00:00:00Z");

  static MarkedHtml load(String name) throws IOException {
    try (InputStream in = MarkedHtml.class.getResourceAsStream(name + ".html")) {
      if (in == null) {
        throw new IllegalStateException("no page " + name);
      }
      Document page = Jsoup.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      page.outputSettings().prettyPrint(false);
      List<String> keep = take(page, "data-keep");
      List<String> drop = take(page, "data-drop");
      return new MarkedHtml(page.outerHtml(), keep, drop);
    }
  }

  private static List<String> take(Document page, String mark) {
    List<String> texts = new ArrayList<>();
    for (Element element : page.select("[" + mark + "]")) {
      element.removeAttr(mark);
      for (TextNode text : element.selectXpath(".//text()", TextNode.class)) {
        if (!text.isBlank()) {
          texts.add(spaced(text.getWholeText()));
        }
      }
    }
    return texts;
  }

  RawPage page() {
    return RawPage.of(
        "https://example.org/talks/a-page",
        Optional.of("text/html; charset=utf-8"),
        FETCHED,
        html.getBytes(StandardCharsets.UTF_8));
  }

  static String spaced(String text) {
    return text.replaceAll("(?U)\\s+", " ").strip();
  }
}
