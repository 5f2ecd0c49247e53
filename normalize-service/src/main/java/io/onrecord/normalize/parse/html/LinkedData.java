package io.onrecord.normalize.parse.html;

import io.onrecord.normalize.parse.Declared.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON-LD: which works it describes, by whom, of when. Only the words that schema.org uses
 * for articles, episodes and interviews are looked at; anything that is not JSON says nothing.
 */
final class LinkedData {
  private static final int MAX_NODES = 5000;
  private static final int MAX_CHARS = 2_000_000;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private LinkedData() {}

  static List<Work> read(String json) {
    boolean telling =
        json.contains("headline") || json.contains("datePublished") || json.contains("articleBody");
    if (!telling || json.length() > MAX_CHARS) {
      return List.of();
    }
    List<Work> works = new ArrayList<>();
    Deque<JsonNode> todo = new ArrayDeque<>();
    try {
      todo.add(MAPPER.readTree(json));
    } catch (JacksonException notJson) {
      return List.of();
    }
    int nodes = 0;
    while (!todo.isEmpty() && nodes++ < MAX_NODES) {
      JsonNode node = todo.poll();
      if (node.isArray()) {
        node.forEach(todo::add);
      } else if (node.isObject()) {
        work(node).ifPresent(works::add);
        for (String inner : new String[] {"@graph", "mainEntity", "mainEntityOfPage", "hasPart"}) {
          JsonNode child = node.get(inner);
          if (child != null && child.isContainer()) {
            todo.add(child);
          }
        }
      }
    }
    return works;
  }

  private static Optional<Work> work(JsonNode node) {
    String type = text(node.get("@type")).orElse("");
    boolean told = node.has("headline") || node.has("datePublished") || node.has("articleBody");
    if (type.isEmpty() || !told) {
      return Optional.empty();
    }
    return Optional.of(
        new Work(
            type,
            text(node.get("headline")).or(() -> text(node.get("name"))),
            names(node.get("author")),
            text(node.get("datePublished")),
            text(node.get("dateModified")),
            names(node.get("publisher")).stream().findFirst(),
            text(node.get("inLanguage")),
            names(node.get("partOfSeries")).stream().findFirst(),
            text(node.get("url")),
            text(node.get("articleBody")).or(() -> text(node.get("text")))));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    if (node != null && node.isArray()) {
      node.forEach(one -> names.addAll(name(one)));
    } else if (node != null) {
      names.addAll(name(node));
    }
    return names;
  }

  private static List<String> name(JsonNode node) {
    return text(node.isObject() ? node.get("name") : node).stream().toList();
  }

  /** A string, or the first of an array of strings. */
  private static Optional<String> text(JsonNode node) {
    JsonNode first = node != null && node.isArray() && !node.isEmpty() ? node.get(0) : node;
    return first != null && first.isString() && !first.stringValue().isBlank()
        ? Optional.of(first.stringValue().strip())
        : Optional.empty();
  }
}
