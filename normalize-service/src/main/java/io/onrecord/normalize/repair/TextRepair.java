package io.onrecord.normalize.repair;

import io.onrecord.normalize.repair.entity.CharacterReferences;
import io.onrecord.normalize.repair.entity.MachineEscapes;
import io.onrecord.normalize.repair.gloss.InsertedGlosses;
import io.onrecord.normalize.repair.litter.CompatibilityRadicals;
import io.onrecord.normalize.repair.litter.NoBreakLitter;
import io.onrecord.normalize.repair.litter.ZeroWidthLitter;
import io.onrecord.normalize.repair.lossy.LossMarks;
import io.onrecord.normalize.repair.lossy.QuestionMarks;
import io.onrecord.normalize.repair.mojibake.ControlPunctuation;
import io.onrecord.normalize.repair.mojibake.Mojibake;
import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import io.onrecord.normalize.repair.step.Signs;
import java.util.List;

/**
 * Undoes damage to the characters of a text, one kind after the other, in the order of the list;
 * what one step uncovers is repaired in another round. What cannot be undone is marked at the end.
 * It keeps the lines: as many come out as went in. Pure and thread-safe.
 */
public final class TextRepair {
  private static final int MOST_ROUNDS = 8;

  private final List<Repairing> steps =
      List.of(
          new InsertedGlosses(),
          new MachineEscapes(),
          new CharacterReferences(),
          new Mojibake(),
          new ControlPunctuation(),
          new CompatibilityRadicals(),
          new ZeroWidthLitter(),
          new NoBreakLitter());

  private final List<Repairing> marks = List.of(new LossMarks(), new QuestionMarks());

  /** The text with its damage undone. */
  public RepairedText repair(String text) {
    return repair(text, Signs.of(text));
  }

  /** The same for a text whose signs of damage are known. */
  RepairedText repair(String text, Signs seen) {
    Ledger ledger = new Ledger();
    Signs signs = seen;
    String repaired = text;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      String before = repaired;
      for (Repairing step : steps) {
        String whole = repaired;
        repaired = step.mayConcern(signs) ? step.repair(whole, ledger) : whole;
        signs = repaired.equals(whole) ? signs : Signs.of(repaired);
      }
      if (repaired.equals(before)) {
        break;
      }
    }
    for (Repairing mark : marks) {
      repaired = mark.mayConcern(signs) ? mark.repair(repaired, ledger) : repaired;
    }
    return new RepairedText(repaired, ledger.repairs());
  }
}
