package io.onrecord.normalize.classify.html;

import io.onrecord.document.Category;
import io.onrecord.normalize.parse.Box;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The category that a box's names give away, by the table {@code box-names.tsv}. Thread-safe. */
final class BoxNames {
  private static final String TABLE = "box-names.tsv";
  private final Map<String, Hit> table = load();

  /** For each length of a word, modulo 32, the first letters of the table's, one bit each. */
  private final int[] firsts = new int[Integer.SIZE];

  BoxNames() {
    for (String word : table.keySet()) {
      firsts[word.length() & 31] |= 1 << word.charAt(0);
    }
  }

  /**
   * A word of a box's name and what it stands for.
   *
   * @param rule as documents print it
   */
  record Hit(String word, Category category, String rule) {}

  /** What the box itself says, by its names and then by its tag. */
  Optional<Hit> read(Box box) {
    return find(box, Optional.empty()).or(() -> Optional.ofNullable(table.get(box.tag())));
  }

  /** What in the box's names says that it holds comments. */
  Optional<Hit> comments(Box box) {
    return find(box, Optional.of(Category.COMMENTS));
  }

  private Optional<Hit> find(Box box, Optional<Category> only) {
    String names = box.names();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    int start = 0;
    for (int i = 0; i <= names.length(); i++) {
      boolean letter = i < names.length() && Character.isLetter(names.charAt(i));
      boolean hump =
          letter && i > start && isUpper(names.charAt(i)) && !isUpper(names.charAt(i - 1));
      if (letter && !hump) {
        continue;
      }
      if (i > start && possible(names.charAt(start), i - start)) {
        String word = names.substring(start, i).toLowerCase(Locale.ROOT);
        Hit hit = table.get(word);
        if (hit != null && (only.isEmpty() || only.get() == hit.category())) {
          return Optional.of(hit);
        }
      }
      start = letter ? i : i + 1;
    }
    return Optional.empty();
  }

  /** A glance that spares most words a copy; the low bits of a letter are the same in any case. */
  private boolean possible(char first, int length) {
    return first >= 0x80 || (firsts[length & 31] & 1 << first) != 0;
  }

  private static boolean isUpper(char c) {
    return Character.isUpperCase(c);
  }

  Map<String, Hit> table() {
    return table;
  }

  private static Map<String, Hit> load() {
    try (InputStream in = BoxNames.class.getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + TABLE);
      }
      Map<String, Hit> table = new HashMap<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(
              row -> table.put(row[0], new Hit(row[0], category(row[1]), "html.box." + row[0])));
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Category category(String wireName) {
    return Category.valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
