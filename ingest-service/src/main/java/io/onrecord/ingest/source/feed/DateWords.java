package io.onrecord.ingest.source.feed;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The words that dates are written with: months ({@code month-names.tsv}), {@code zones.tsv}. */
final class DateWords {
  private static final Map<String, Integer> MONTHS = new LinkedHashMap<>();
  private static final Map<String, Integer> ZONES = new HashMap<>();

  static {
    for (String[] line : FeedTables.lines("month-names.tsv")) {
      for (String name : line[1].split(" ")) {
        MONTHS.put(name, Integer.parseInt(line[0]));
      }
    }
    for (String[] line : FeedTables.lines("zones.tsv")) {
      ZONES.put(line[0], Integer.parseInt(line[1]));
    }
  }

  private DateWords() {}

  /** The month, 1 to 12, that a lower-case word names or begins to name. */
  static OptionalInt month(String word) {
    Integer named = MONTHS.get(word);
    if (named != null) {
      return OptionalInt.of(named);
    }
    if (word.length() < 3) {
      return OptionalInt.empty();
    }
    int[] begun =
        MONTHS.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(word))
            .flatMapToInt(entry -> IntStream.of(entry.getValue()))
            .distinct()
            .toArray();
    return begun.length == 1 ? OptionalInt.of(begun[0]) : OptionalInt.empty();
  }

  /** Minutes ahead of UTC of a zone's lower-case name. */
  static OptionalInt zone(String word) {
    Integer minutes = ZONES.get(word);
    return minutes == null ? OptionalInt.empty() : OptionalInt.of(minutes);
  }
}
