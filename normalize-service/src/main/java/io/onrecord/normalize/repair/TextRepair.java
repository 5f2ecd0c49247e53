package io.onrecord.normalize.repair;

import io.onrecord.normalize.repair.entity.CharacterReferences;
import io.onrecord.normalize.repair.entity.MachineEscapes;
import io.onrecord.normalize.repair.gloss.InsertedGlosses;
import io.onrecord.normalize.repair.litter.CompatibilityRadicals;
import io.onrecord.normalize.repair.litter.NoBreakLitter;
import io.onrecord.normalize.repair.litter.ZeroWidthLitter;
import io.onrecord.normalize.repair.lossy.LossMarks;
import io.onrecord.normalize.repair.mojibake.ControlPunctuation;
import io.onrecord.normalize.repair.mojibake.Mojibake;
import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import java.util.List;

/**
 * Undoes damage to the characters of a text, one kind after the other, in the order of the list. It
 * keeps the lines: as many come out as went in. Pure and thread-safe.
 */
public final class TextRepair {
  private final List<Repairing> steps =
      List.of(
          new InsertedGlosses(),
          new MachineEscapes(),
          new CharacterReferences(),
          new Mojibake(),
          new ControlPunctuation(),
          new CompatibilityRadicals(),
          new ZeroWidthLitter(),
          new NoBreakLitter(),
          new LossMarks());

  /** The text with its damage undone. */
  public RepairedText repair(String text) {
    Ledger ledger = new Ledger();
    String repaired = text;
    for (Repairing step : steps) {
      repaired = step.repair(repaired, ledger);
    }
    return new RepairedText(repaired, ledger.repairs());
  }
}
