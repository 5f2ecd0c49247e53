package io.onrecord.normalize.repair.gloss;

import io.onrecord.normalize.repair.RepairedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Undoes inserted glosses and the shifted bytes that they leave. Pure and thread-safe.
 *
 * <p>Before: {@code AI確實(shí)會(huì)改變?nèi)祟惖墓ぷ鞣绞?,有望} After: {@code AI確實會改變人類的工作方式,有望}
 */
public final class GlossRepair {
  private final Optional<Undo> undo;

  private GlossRepair(Optional<Undo> undo) {
    this.undo = undo;
  }

  /** Learns the table of a page from its texts; a page without one is left alone by the result. */
  public static GlossRepair learnedFrom(Collection<String> texts) {
    return new GlossRepair(
        GlossLearner.learn(texts)
            .map(learned -> new Undo(learned.table(), PageDamage.of(lines(texts), learned))));
  }

  /** Whether the page has a table of inserted glosses. */
  public boolean applies() {
    return undo.isPresent();
  }

  /** One text of the page without its glosses; line feeds stay where they are. */
  public RepairedText repair(String text) {
    return undo.map(u -> u.apply(text)).orElseGet(() -> new RepairedText(text, List.of()));
  }

  private static List<String> lines(Collection<String> texts) {
    List<String> lines = new ArrayList<>();
    texts.forEach(text -> lines.addAll(List.of(text.split("\n", -1))));
    return lines;
  }

  private record Undo(GlossTable table, ShiftUndo shifts) {

    RepairedText apply(String text) {
      List<String> repaired = new ArrayList<>();
      Ledger ledger = new Ledger(table);
      for (String line : lines(List.of(text))) {
        Reading reading = shifts.read(line);
        repaired.add(reading.text());
        ledger.add(reading, line);
      }
      return new RepairedText(String.join("\n", repaired), ledger.repairs());
    }
  }
}
