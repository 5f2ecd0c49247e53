package io.onrecord.normalize.parse.html;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that somebody reads, in one place: {@code BlockCollector}, {@code HeadReader},
 * {@code DataTable}, and {@code TreeReader} itself. All others are passed over; whoever reads
 * another one names it here.
 */
final class ReadAttributes {
  private static final List<String> ANY =
      List.of(
          "class",
          "id",
          "role",
          "itemprop",
          "hidden",
          "aria-hidden",
          "style",
          "datetime",
          "content");

  private static final Map<String, List<String>> MORE =
      Map.of(
          "a", List.of("href"),
          "link", List.of("href", "rel"),
          "meta", List.of("name", "property", "http-equiv"),
          "html", List.of("lang", "xml:lang"),
          "script", List.of("type"),
          "input", List.of("type"),
          "iframe", List.of("src", "data-src", "data-lazy-src"),
          "embed", List.of("src", "data-src", "data-lazy-src"));

  private static final String[] OF_MOST = ANY.toArray(String[]::new);

  private ReadAttributes() {}

  /** The names that are read of a tag; not to be changed. */
  static String[] of(String tag) {
    List<String> more = MORE.get(tag);
    return more == null
        ? OF_MOST
        : Stream.concat(ANY.stream(), more.stream()).toArray(String[]::new);
  }

  /** That of the names which stands there, in whatever case; null where none does. */
  static @Nullable String find(String[] names, char[] page, int from, int to) {
    int length = to - from;
    char first = (char) (page[from] | 0x20);
    for (String name : names) {
      if (name.length() == length && name.charAt(0) == first && same(name, page, from)) {
        return name;
      }
    }
    return null;
  }

  private static boolean same(String name, char[] page, int from) {
    for (int i = 0; i < name.length(); i++) {
      char c = page[from + i];
      if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
