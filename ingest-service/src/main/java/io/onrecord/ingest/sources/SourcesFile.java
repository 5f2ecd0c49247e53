package io.onrecord.ingest.sources;

import io.onrecord.ingest.source.opml.Opml;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A file that lists sources, in any of three forms.
 *
 * <pre>{@code
 * sources:                              <opml …>              https://a.example/feed
 *   - name: A                                                 https://b.example/feed B's name
 *     url: https://a.example/feed                             # a remark
 * }</pre>
 */
public final class SourcesFile {
  /** A source as it is listed. */
  public record Listed(String name, String url) {}

  private SourcesFile() {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static List<Listed> read(String text) {
    String start = text.stripLeading();
    if (start.startsWith("<")) {
      return Opml.read(text).stream()
          .map(outline -> new Listed(outline.title().replace('/', ' ').strip(), outline.feed()))
          .toList();
    }
    return start
            .lines()
            .map(String::strip)
            .filter(SourcesFile::isSaying)
            .findFirst()
            .filter(line -> line.matches("(?i)(https?://|file:/|/).*"))
            .isPresent()
        ? lines(text)
        : yaml(text);
  }

  private static boolean isSaying(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  private static List<Listed> lines(String text) {
    return text.lines()
        .map(String::strip)
        .filter(SourcesFile::isSaying)
        .map(
            line -> {
              String[] parts = line.split("\\s+", 2);
              return new Listed(parts.length > 1 ? parts[1] : name(parts[0]), parts[0]);
            })
        .toList();
  }

  private static List<Listed> yaml(String text) {
    JsonNode root;
    try {
      root = new YAMLMapper().readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is no valid YAML: " + e.getOriginalMessage(), e);
    }
    JsonNode list = root.isArray() ? root : root.path("sources");
    if (!list.isArray()) {
      throw new IllegalArgumentException(
          "give a list of {name, url}, an OPML file, or a URL on each line");
    }
    List<Listed> found = new ArrayList<>();
    for (JsonNode one : list) {
      String url = one.isString() ? one.asString() : one.path("url").asString("");
      if (url.isBlank()) {
        throw new IllegalArgumentException("an entry has no url: " + one);
      }
      String name = one.path("name").asString("");
      found.add(new Listed(name.isBlank() ? name(url) : name, url));
    }
    return found;
  }

  /** What a source without a name is called: its address without scheme and slashes at the end. */
  public static String name(String url) {
    return url.replaceFirst("^[A-Za-z]+:/+", "").replaceFirst("/+$", "").replace('/', ' ');
  }
}
