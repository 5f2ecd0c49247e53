package io.onrecord.ingest.source.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * What stands directly in an entry or in the feed itself. A child whose end tag is missing has
 * swallowed its neighbours; they are taken out of it again.
 */
final class FeedElements {
  /** An element and the name that it is known by. */
  record Named(String name, Element element) {}

  private final List<Named> all = new ArrayList<>();

  FeedElements(Element of) {
    for (Element child : of.children()) {
      add(child);
    }
  }

  private FeedElements() {}

  /** The children of two parents, the first's first. */
  static FeedElements of(List<Element> parents) {
    FeedElements joined = new FeedElements();
    parents.forEach(parent -> parent.children().forEach(joined::add));
    return joined;
  }

  private void add(Element element) {
    String name = FeedXml.name(element);
    if (FeedWords.ENTRIES.contains(name)) {
      return;
    }
    all.add(new Named(name, element));
    if (isSwallower(name, element)) {
      for (Element child : element.children()) {
        if (FeedWords.SIBLINGS.contains(FeedXml.name(child))) {
          add(child);
        }
      }
    }
  }

  private static boolean isSwallower(String name, Element element) {
    return FeedWords.SIBLINGS.contains(name)
        && !FeedWords.APART.contains(name)
        && element.attr("type").isEmpty()
        && element.childrenSize() > 0;
  }

  Stream<Element> named(String name) {
    return all.stream().filter(named -> named.name().equals(name)).map(Named::element);
  }

  /** The first that has something in it, of the first name that has one. */
  Optional<Element> first(List<String> names) {
    return names.stream()
        .flatMap(this::named)
        .filter(element -> !element.wholeText().isBlank())
        .findFirst();
  }

  /** Its text, white space folded. */
  Optional<String> text(List<String> names) {
    return first(names).map(FeedElements::text).filter(text -> !text.isEmpty());
  }

  /** Text that belongs to the element, not to what it has swallowed. */
  static String text(Element element) {
    return raw(element).replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /** The same with its white space. */
  static String raw(Element element) {
    StringBuilder text = new StringBuilder();
    own(element, text);
    return text.toString();
  }

  private static void own(Element element, StringBuilder into) {
    element
        .childNodes()
        .forEach(
            node -> {
              if (node instanceof org.jsoup.nodes.TextNode text) {
                into.append(text.getWholeText());
              } else if (node instanceof Element child
                  && !FeedWords.SIBLINGS.contains(FeedXml.name(child))
                  && !FeedWords.SILENT.contains(child.tagName().replaceFirst(".*:", ""))) {
                own(child, into);
              }
            });
  }
}
