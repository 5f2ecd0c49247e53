package io.onrecord.normalize.repair.gloss;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a page shows about glosses of one form: for every character how often it stands with a gloss
 * and how often without.
 */
final class GlossEvidence {
  private final Gloss.Form form;
  private final SortedMap<Character, SortedMap<String, Integer>> readings = new TreeMap<>();
  private final SortedMap<Character, Integer> bare = new TreeMap<>();
  private int glosses;
  private int characters;

  GlossEvidence(Gloss.Form form) {
    this.form = form;
  }

  Gloss.Form form() {
    return form;
  }

  /** Adds a text of the page and its glosses of this form. */
  void add(String text, List<Gloss> found) {
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Han.is(c)) {
        continue;
      }
      characters++;
      if (next < found.size() && found.get(next).at() == i) {
        Gloss gloss = found.get(next++);
        glosses++;
        readings.computeIfAbsent(c, k -> new TreeMap<>()).merge(gloss.reading(), 1, Integer::sum);
      } else if (i + 1 == text.length() || !maybeGlossed(text.charAt(i + 1))) {
        bare.merge(c, 1, Integer::sum);
      }
    }
  }

  private static boolean maybeGlossed(char next) {
    return next == '?' || next == '\uFFFD';
  }

  int glosses() {
    return glosses;
  }

  /** Of all Chinese characters, the share that carry a gloss. */
  double glossedShare() {
    return characters == 0 ? 0 : glosses / (double) characters;
  }

  int timesBare(char c) {
    return bare.getOrDefault(c, 0);
  }

  Map<Character, Integer> bare() {
    return bare;
  }

  /** All characters that carry a gloss somewhere. */
  Iterable<Character> glossed() {
    return readings.keySet();
  }

  /** The usual reading of a character that carries glosses. */
  String usualReading(char c) {
    SortedMap<String, Integer> of = readings.get(c);
    return of.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  int timesUsual(char c) {
    return readings.get(c).get(usualReading(c));
  }

  int timesOther(char c) {
    return readings.get(c).values().stream().mapToInt(Integer::intValue).sum() - timesUsual(c);
  }
}
