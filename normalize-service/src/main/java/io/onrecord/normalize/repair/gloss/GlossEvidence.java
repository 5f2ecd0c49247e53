package io.onrecord.normalize.repair.gloss;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

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

  /** Adds a text of the page. */
  void add(String text) {
    add(text, Gloss.in(text).stream().filter(g -> g.form().equals(form)).toList());
  }

  /**
   * Adds a text of the page and its glosses of this form. What stands between a character that the
   * decoder could not read and the next ASCII sign may be out of step: it says nothing about which
   * characters are bare.
   */
  void add(String text, List<Gloss> found) {
    int next = 0;
    boolean trusted = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Han.is(c)) {
        characters++;
        if (next < found.size() && found.get(next).at() == i) {
          Gloss gloss = found.get(next++);
          glosses++;
          readings.computeIfAbsent(c, k -> new TreeMap<>()).merge(gloss.reading(), 1, Integer::sum);
          i = gloss.end() - 1;
          trusted = true;
        } else if (trusted && (i + 1 == text.length() || !isUnreadable(text.charAt(i + 1)))) {
          bare.merge(c, 1, Integer::sum);
        }
      } else if (isUnreadable(c)) {
        int behind = PageText.behindReading(text, i + 1, form.brackets());
        trusted = behind == i + 1 && !trusted && text.charAt(i - 1) != c;
        i = behind - 1;
      } else if (c < 0x80) {
        trusted = true;
      }
    }
  }

  private static boolean isUnreadable(char c) {
    return c == '?' || c == '\uFFFD';
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

  /** The characters that are seen at least twice, always bare, and are not in the table. */
  Set<Character> neverGlossed(GlossTable table) {
    Set<Character> never = new TreeSet<>();
    bare.forEach(
        (c, times) -> {
          if (times > 1 && !readings.containsKey(c) && !table.readings().containsKey(c)) {
            never.add(c);
          }
        });
    return never;
  }

  /** The characters that have a gloss, and the same one, wherever they stand. */
  Map<Character, String> alwaysGlossed() {
    Map<Character, String> always = new TreeMap<>();
    for (char c : glossed()) {
      if (timesOther(c) == 0 && timesBare(c) * 5 <= timesUsual(c)) {
        always.put(c, usualReading(c));
      }
    }
    return always;
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
