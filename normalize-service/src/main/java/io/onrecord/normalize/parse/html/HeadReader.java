package io.onrecord.normalize.parse.html;

import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Declared.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Collects what a page says about itself: title, {@code meta}, {@code link rel=canonical}, JSON-LD,
 * microdata and {@code time}. Broken pages have these anywhere, so every element passes by here.
 */
final class HeadReader {
  private static final int MAX_TAGS = 400;
  private static final int MAX_VALUE = 2000;

  private final List<Tag> tags = new ArrayList<>();
  private final List<Tag> items = new ArrayList<>();
  private final List<Declared.Work> works = new ArrayList<>();
  private final List<String> embeds = new ArrayList<>();
  private Optional<String> title = Optional.empty();
  private Optional<String> language = Optional.empty();
  private Optional<String> canonical = Optional.empty();

  Declared declared() {
    return new Declared(title, language, canonical, tags, items, works, embeds);
  }

  void language(Document page) {
    Element html = page.firstElementChild();
    if (html != null) {
      language = value(html, "lang").or(() -> value(html, "xml:lang"));
    }
  }

  void read(Element element, String tag) {
    switch (tag) {
      case "head" -> readHead(element);
      case "meta" -> meta(element);
      case "link" -> link(element);
      case "script" -> script(element);
      case "title" -> title(element);
      case "time" -> item("time", value(element, "datetime"));
      case "iframe", "embed" -> embed(element);
      default -> property(element);
    }
  }

  private void readHead(Element head) {
    for (Element child = head.firstElementChild();
        child != null;
        child = child.nextElementSibling()) {
      read(child, child.normalName());
    }
  }

  private void meta(Element element) {
    Optional<String> content = value(element, "content");
    for (String key : new String[] {"name", "property", "itemprop", "http-equiv"}) {
      String name = attribute(element, key).strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && content.isPresent() && tags.size() < MAX_TAGS) {
        tags.add(new Tag(name, clip(content.get())));
      }
    }
  }

  private void link(Element element) {
    if (attribute(element, "rel").equalsIgnoreCase("canonical") && canonical.isEmpty()) {
      canonical = value(element, "href");
    }
  }

  private void script(Element element) {
    if (attribute(element, "type").toLowerCase(Locale.ROOT).contains("ld+json")) {
      works.addAll(LinkedData.read(element.data()));
    }
  }

  private void title(Element element) {
    if (title.isEmpty() && !element.tag().isSelfClosing()) {
      String text = element.text().strip();
      title = text.isEmpty() ? Optional.empty() : Optional.of(clip(text));
    }
  }

  private void embed(Element element) {
    value(element, "src")
        .filter(src -> src.contains("//"))
        .or(() -> value(element, "data-src"))
        .or(() -> value(element, "data-lazy-src"))
        .filter(src -> embeds.size() < 50)
        .ifPresent(embeds::add);
  }

  private void property(Element element) {
    if (element.attributesSize() > 0) {
      String property = element.attributes().get("itemprop");
      if (!property.isEmpty()) {
        item(property, value(element, "datetime").or(() -> value(element, "content")));
      }
    }
  }

  private void item(String name, Optional<String> value) {
    if (value.isPresent() && items.size() < MAX_TAGS) {
      items.add(new Tag(name, clip(value.get())));
    }
  }

  /** The parser has written all names in lower case, so that none needs to be compared so. */
  private static String attribute(Element element, String name) {
    return element.attributesSize() == 0 ? "" : element.attributes().get(name);
  }

  private static Optional<String> value(Element element, String attribute) {
    String value = attribute(element, attribute).strip();
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private static String clip(String value) {
    return value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) : value;
  }
}
