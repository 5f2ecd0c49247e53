package io.onrecord.normalize.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code languages.txt}: what gives away each language of a writing system. */
final class LanguageProfiles {

  /**
   * One section of the file.
   *
   * @param tag BCP 47
   * @param system that it competes in
   * @param words small words, lower case
   * @param endings of longer words
   * @param letters beyond those that the whole writing system shares
   */
  record Profile(
      String tag, WritingSystem system, List<String> words, List<String> endings, String letters) {}

  private LanguageProfiles() {}

  /** The profiles in the order of the file, by writing system. */
  static Map<WritingSystem, List<Profile>> load() {
    Map<WritingSystem, List<Profile>> profiles = new EnumMap<>(WritingSystem.class);
    String[] head = {};
    List<String> words = List.of();
    List<String> endings = List.of();
    for (String line : (Iterable<String>) read().lines()::iterator) {
      if (line.startsWith("[")) {
        head = line.substring(1, line.indexOf(']')).split(" ");
      } else if (line.startsWith("words:")) {
        words = list(line);
      } else if (line.startsWith("endings:")) {
        endings = list(line);
      } else if (line.startsWith("letters:")) {
        WritingSystem system = WritingSystem.valueOf(head[1].toUpperCase(Locale.ROOT));
        profiles
            .computeIfAbsent(system, unused -> new ArrayList<>())
            .add(new Profile(head[0], system, words, endings, String.join("", list(line))));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        throw new IllegalStateException("languages.txt: a line that starts with no key: " + line);
      }
    }
    return profiles;
  }

  private static List<String> list(String line) {
    String values = line.substring(line.indexOf(':') + 1).strip();
    return values.isEmpty() ? List.of() : List.of(values.split(" +"));
  }

  private static String read() {
    try (InputStream in = LanguageProfiles.class.getResourceAsStream("languages.txt")) {
      if (in == null) {
        throw new IllegalStateException("languages.txt is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
