package io.onrecord.normalize.repair.gloss;

import io.onrecord.normalize.repair.RepairedText;
import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import io.onrecord.normalize.repair.step.Sign;
import io.onrecord.normalize.repair.step.Signs;
import java.util.ArrayList;
import java.util.List;

/**
 * The step of {@code TextRepair} that takes inserted glosses away: what a text teaches about its
 * glosses is applied to the text itself.
 */
public final class InsertedGlosses implements Repairing {

  /**
   * Whether a text has enough of what looks like glosses to be worth learning from: one pass over
   * the text, and the only price of this step for a text that has none.
   */
  public static boolean mayHaveGlosses(String text) {
    return GlossScan.count(text, GlossLearner.MIN_RETURNS) == GlossLearner.MIN_RETURNS;
  }

  @Override
  public boolean mayConcern(Signs signs) {
    return signs.has(Sign.IDEOGRAPH);
  }

  @Override
  public String repair(String text, Ledger ledger) {
    if (!mayHaveGlosses(text)) {
      return text;
    }
    RepairedText repaired = GlossRepair.learnedFrom(List.of(text)).repair(text);
    ledger.addAll(repaired.repairs());
    return repaired.text();
  }

  /**
   * The same for texts that come one by one: those that can be of one page teach each other.
   *
   * @return as many as {@code texts}, in their order
   */
  public List<RepairedText> repairAll(List<String> texts) {
    List<RepairedText> repaired = new ArrayList<>();
    texts.forEach(text -> repaired.add(new RepairedText(text, List.of())));
    if (!mayHaveGlosses(texts)) {
      return repaired;
    }
    List<PageGroups.Observed> observed = texts.stream().map(PageGroups.Observed::new).toList();
    for (PageGroups.Group group : PageGroups.of(observed)) {
      GlossRepair page = GlossRepair.learnedFrom(group.members().stream().map(texts::get).toList());
      if (page.applies()) {
        for (int member : group.members()) {
          if (group.vouchesFor(observed.get(member))) {
            repaired.set(member, page.repair(texts.get(member)));
          }
        }
      }
    }
    return repaired;
  }

  private static boolean mayHaveGlosses(List<String> texts) {
    int glosses = 0;
    for (String text : texts) {
      glosses += GlossScan.count(text, GlossLearner.MIN_RETURNS);
    }
    return glosses >= GlossLearner.MIN_RETURNS;
  }
}
