package io.onrecord.normalize.repair.gloss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the table of inserted glosses off a page, and tells it from annotation that somebody wrote.
 *
 * <p>A person glosses a character where a reader needs it: once, at first mention, or a word at a
 * time, with the reading that the word asks for, or every character of a primer. A machine glosses
 * a fixed set, everywhere, each with one reading, and nothing else. So a table is believed when
 * several characters come back and have their gloss each time, when many of them are such as every
 * reader knows, when glosses outside of such characters are the exception, and when most of the
 * text has none.
 */
final class GlossLearner {
  private static final int MIN_RETURNING = 4;

  /** A text with fewer glosses than this has no table, whatever else it has. */
  static final int MIN_RETURNS = 12;

  private static final double MAX_EXCEPTIONS = 0.12;
  private static final double MAX_GLOSSED = 0.75;
  private static final double MIN_EVERYDAY = 0.5;

  private GlossLearner() {}

  /**
   * A table, and the characters that the page shows without a gloss.
   *
   * @param neverGlossed seen at least twice, always bare
   */
  record Learned(GlossTable table, Set<Character> neverGlossed) {}

  /** The table that the texts of a page share, if they have one. */
  static Optional<Learned> learn(Collection<String> texts) {
    Map<Gloss.Form, GlossEvidence> evidence = new LinkedHashMap<>();
    for (String text : texts) {
      Map<Gloss.Form, List<Gloss>> byForm = new LinkedHashMap<>();
      for (Gloss gloss : Gloss.in(text)) {
        byForm.computeIfAbsent(gloss.form(), f -> new ArrayList<>()).add(gloss);
      }
      byForm.forEach(
          (form, found) -> evidence.computeIfAbsent(form, GlossEvidence::new).add(text, found));
    }
    return evidence.values().stream()
        .max(Comparator.comparingInt(GlossEvidence::glosses))
        .flatMap(GlossLearner::judge);
  }

  private static Optional<Learned> judge(GlossEvidence seen) {
    Map<Character, String> table = new TreeMap<>();
    int returning = 0;
    int returns = 0;
    int exceptions = 0;
    int everyday = 0;
    for (char c : seen.glossed()) {
      int usual = seen.timesUsual(c);
      int other = seen.timesOther(c);
      int bare = seen.timesBare(c);
      if (other * 10 <= usual && bare * 5 <= usual) {
        table.put(c, seen.usualReading(c));
        exceptions += other;
        if (usual > 1) {
          returning++;
          everyday += Rank.isEveryday(c) ? 1 : 0;
          returns += usual;
        }
      } else if (other == 0 && bare <= usual) {
        table.put(c, seen.usualReading(c));
        exceptions += bare;
      } else {
        exceptions += usual + other;
      }
    }
    boolean machine =
        returning >= MIN_RETURNING
            && returns >= MIN_RETURNS
            && everyday >= MIN_EVERYDAY * returning
            && exceptions <= MAX_EXCEPTIONS * seen.glosses()
            && seen.glossedShare() <= MAX_GLOSSED;
    if (!machine) {
      return Optional.empty();
    }
    GlossTable learned = new GlossTable(seen.form(), new TreeMap<>(table));
    return Optional.of(new Learned(learned, seen.neverGlossed(learned)));
  }
}
