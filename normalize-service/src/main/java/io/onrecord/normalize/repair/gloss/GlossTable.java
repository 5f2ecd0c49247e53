package io.onrecord.normalize.repair.gloss;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which characters a page glosses, and with what.
 *
 * @param readings the reading of each character, without brackets
 */
record GlossTable(Gloss.Form form, SortedMap<Character, String> readings) {

  GlossTable {
    readings = new TreeMap<>(readings);
  }

  /** What is inserted behind this character. */
  Optional<String> gloss(char c) {
    return Optional.ofNullable(readings.get(c)).map(this::bracketed);
  }

  String bracketed(String reading) {
    return form.brackets().open + reading + form.brackets().close;
  }

  /** The table with more characters in it; what it has already stays. */
  GlossTable and(Map<Character, String> more) {
    SortedMap<Character, String> all = new TreeMap<>(more);
    all.putAll(readings);
    return new GlossTable(form, all);
  }
}
