package io.onrecord.normalize.parse.html;

import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Declared.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  void language(Node page) {
    @Nullable Node html = page.firstChild;
    while (html != null && html.tag == null) {
      html = html.next;
    }
    if (html != null) {
      Node root = html;
      language = value(root, "lang").or(() -> value(root, "xml:lang"));
    }
  }

  void read(Node element) {
    switch (element.name()) {
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

  private void readHead(Node head) {
    for (@Nullable Node child = head.firstChild; child != null; child = child.next) {
      if (child.tag != null) {
        read(child);
      }
    }
  }

  private void meta(Node element) {
    Optional<String> content = value(element, "content");
    for (String key : new String[] {"name", "property", "itemprop", "http-equiv"}) {
      String name = element.attribute(key).strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty() && content.isPresent() && tags.size() < MAX_TAGS) {
        tags.add(new Tag(name, clip(content.get())));
      }
    }
  }

  private void link(Node element) {
    if (element.attribute("rel").equalsIgnoreCase("canonical") && canonical.isEmpty()) {
      canonical = value(element, "href");
    }
  }

  private void script(Node element) {
    if (linkedData(element.attribute("type"))) {
      works.addAll(LinkedData.read(element.text));
    }
  }

  /** Whether a script of this type is data that a page declares itself by. */
  static boolean linkedData(String type) {
    return type.toLowerCase(Locale.ROOT).contains("ld+json");
  }

  private void title(Node element) {
    if (title.isEmpty()) {
      String text = element.text.strip();
      title = text.isEmpty() ? Optional.empty() : Optional.of(clip(text));
    }
  }

  private void embed(Node element) {
    value(element, "src")
        .filter(src -> src.contains("//"))
        .or(() -> value(element, "data-src"))
        .or(() -> value(element, "data-lazy-src"))
        .filter(src -> embeds.size() < 50)
        .ifPresent(embeds::add);
  }

  private void property(Node element) {
    if (element.attributes.length > 0) {
      String property = element.attribute("itemprop");
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

  private static Optional<String> value(Node element, String attribute) {
    String value = element.attribute(attribute).strip();
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  private static String clip(String value) {
    return value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) : value;
  }
}
