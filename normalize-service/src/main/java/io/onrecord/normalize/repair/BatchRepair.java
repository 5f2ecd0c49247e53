package io.onrecord.normalize.repair;

import io.onrecord.document.Repair;
import io.onrecord.normalize.repair.gloss.InsertedGlosses;
import io.onrecord.normalize.repair.layout.LayoutRepair;
import io.onrecord.normalize.repair.punctuation.HalfWidthSigns;
import io.onrecord.normalize.repair.step.Ledger;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that can be repaired in texts without a page around them: glosses, learned from all
 * texts together, then characters, punctuation and layout. Pure and thread-safe.
 */
public final class BatchRepair {
  private final InsertedGlosses glosses = new InsertedGlosses();
  private final TextRepair characters = new TextRepair();
  private final HalfWidthSigns signs = new HalfWidthSigns();
  private final LayoutRepair layout = new LayoutRepair();

  /**
   * The texts with their damage undone, in their order.
   *
   * @param texts may be whole pages or the lines of one or several pages
   */
  public List<RepairedText> repair(List<String> texts) {
    return glosses.repairAll(texts).stream().map(this::finish).toList();
  }

  private RepairedText finish(RepairedText unglossed) {
    RepairedText sound = characters.repair(unglossed.text());
    Ledger ledger = new Ledger();
    String restored = signs.restore(List.of(sound.text()), ledger).get(0);
    RepairedText laidOut = layout.repair(restored);
    List<Repair> repairs = new ArrayList<>(unglossed.repairs());
    repairs.addAll(sound.repairs());
    repairs.addAll(ledger.repairs());
    repairs.addAll(laidOut.repairs());
    return new RepairedText(laidOut.text(), repairs);
  }
}
