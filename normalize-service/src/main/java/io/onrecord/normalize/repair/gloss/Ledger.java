package io.onrecord.normalize.repair.gloss;

import io.onrecord.document.Repair;
import java.util.ArrayList;
import java.util.List;

/** Sums the readings of a text's lines up as repairs. */
final class Ledger {
  private static final String GLOSS = "inserted-gloss";
  private static final String SHIFT = "shifted-bytes";
  private static final String GUESS = "lost-bytes-from-context";

  private final GlossTable table;
  private int glosses;
  private final List<List<String>> glossExamples = new ArrayList<>();
  private final List<List<String>> shifts = new ArrayList<>();
  private final List<List<String>> guesses = new ArrayList<>();

  Ledger(GlossTable table) {
    this.table = table;
  }

  void add(Reading reading, String damaged) {
    glosses += reading.glosses();
    for (int i = 0; i < damaged.length() && glossExamples.size() < Repair.MAX_EXAMPLES; i++) {
      String before = damaged.substring(i, i + 1);
      String gloss = table.gloss(damaged.charAt(i)).orElse("");
      if (!gloss.isEmpty() && damaged.startsWith(gloss, i + 1)) {
        List<String> example = List.of(before + gloss, before);
        if (!glossExamples.contains(example)) {
          glossExamples.add(example);
        }
      }
    }
    shifts.addAll(reading.shifts());
    guesses.addAll(reading.guesses());
  }

  List<Repair> repairs() {
    List<Repair> repairs = new ArrayList<>();
    if (glosses > 0) {
      repairs.add(new Repair(GLOSS, glosses, glossExamples));
    }
    if (!shifts.isEmpty()) {
      repairs.add(new Repair(SHIFT, shifts.size(), shifts));
    }
    if (!guesses.isEmpty()) {
      repairs.add(new Repair(GUESS, guesses.size(), guesses));
    }
    return repairs;
  }
}
