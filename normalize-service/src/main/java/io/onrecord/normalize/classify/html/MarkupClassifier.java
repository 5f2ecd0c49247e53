package io.onrecord.normalize.classify.html;

import io.onrecord.document.BlockType;
import io.onrecord.document.Category;
import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the box that holds most of the page's running text and keeps what stands in it, apart from
 * lists of links. Thread-safe.
 */
public final class MarkupClassifier {

  /** Every block with its verdict. */
  public List<Judged> classify(Parsed page) {
    Optional<Box> main = main(page.blocks());
    List<Judged> judged = new ArrayList<>();
    for (RawBlock block : page.blocks()) {
      judged.add(new Judged(block, verdict(block, main)));
    }
    return judged;
  }

  private static Verdict verdict(RawBlock block, Optional<Box> main) {
    if (!(block.origin() instanceof Origin.Markup at)) {
      return new Verdict.Keep(0.5);
    }
    boolean inside = main.isPresent() && within(at.box(), main.get());
    Category category = Category.NAVIGATION;
    for (Box box = at.box(); box != null; box = box.parent().orElse(null)) {
      switch (box.tag()) {
        case "nav" -> inside = false;
        case "footer" -> {
          inside = false;
          category = Category.SITE_FOOTER;
        }
        case "aside" -> {
          inside = false;
          category = Category.RELATED_LINKS;
        }
        default -> {}
      }
    }
    if (at.box().hidden()) {
      return new Verdict.Remove(Category.MARKUP_RESIDUE, "html.hidden", 0.7);
    }
    boolean linked = at.linkChars() * 2 > block.text().length();
    return inside && (!linked || block.type() == BlockType.TABLE)
        ? new Verdict.Keep(0.7)
        : new Verdict.Remove(category, inside ? "html.links" : "html.outside-main", 0.6);
  }

  private static boolean within(Box box, Box outer) {
    Box at = box;
    while (at.depth() > outer.depth()) {
      at = at.parent().orElseThrow();
    }
    return at == outer;
  }

  private static Optional<Box> main(List<RawBlock> blocks) {
    Map<Box, Integer> running = new IdentityHashMap<>();
    Box best = null;
    int most = 0;
    for (RawBlock block : blocks) {
      if (block.origin() instanceof Origin.Markup at && !at.box().hidden()) {
        int plain = block.text().length() - at.linkChars();
        if (plain < 40 || block.type() == BlockType.HEADING) {
          continue;
        }
        int weight = plain * 4;
        Box box = at.box();
        for (int up = 0; up < 4 && box != null; up++) {
          int sum = running.merge(box, weight, Integer::sum);
          if (sum > most) {
            most = sum;
            best = box;
          }
          weight = weight * 7 / 8;
          box = box.parent().orElse(null);
        }
      }
    }
    return Optional.ofNullable(best);
  }
}
