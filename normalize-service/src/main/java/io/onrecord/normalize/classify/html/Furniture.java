package io.onrecord.normalize.classify.html;

import io.onrecord.document.Category;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what the text is that the model takes out: by the nearest box whose name tells, else by
 * where it stands. One instance a page.
 */
final class Furniture {
  private final BoxNames names;
  private final int firstKept;
  private final int lastKept;
  private final Map<Box, Optional<BoxNames.Hit>> known = new IdentityHashMap<>();

  /**
   * @param firstKept index of the first block that is content; the number of blocks when none is
   * @param lastKept index of the last one
   */
  Furniture(BoxNames names, int firstKept, int lastKept) {
    this.names = names;
    this.firstKept = firstKept;
    this.lastKept = lastKept;
  }

  Verdict.Remove name(int index, RawBlock block, double confidence) {
    Origin.Markup at = (Origin.Markup) block.origin();
    if (block.text().indexOf('©') >= 0) {
      return new Verdict.Remove(Category.COPYRIGHT, "html.sign.copyright", confidence);
    }
    Optional<BoxNames.Hit> hit = nearest(at.box());
    if (hit.isPresent()) {
      String rule = "html.box." + hit.get().word();
      return new Verdict.Remove(hit.get().category(), rule, confidence);
    }
    if (at.box().hidden()) {
      return new Verdict.Remove(Category.MARKUP_RESIDUE, "html.hidden", confidence);
    }
    boolean linked = at.linkChars() * 2 > block.text().length();
    if (index < firstKept) {
      return linked
          ? new Verdict.Remove(Category.NAVIGATION, "html.place.links-above", confidence)
          : new Verdict.Remove(Category.SITE_HEADER, "html.place.above", confidence);
    }
    if (index > lastKept) {
      return linked
          ? new Verdict.Remove(Category.RELATED_LINKS, "html.place.links-below", confidence)
          : new Verdict.Remove(Category.SITE_FOOTER, "html.place.below", confidence);
    }
    return linked
        ? new Verdict.Remove(Category.RELATED_LINKS, "html.place.links-inside", confidence)
        : new Verdict.Remove(Category.CALL_TO_ACTION, "html.place.inside", confidence);
  }

  private Optional<BoxNames.Hit> nearest(Box start) {
    List<Box> unknown = new java.util.ArrayList<>();
    Optional<BoxNames.Hit> hit = Optional.empty();
    for (Box box = start; box != null && hit.isEmpty(); box = box.parent().orElse(null)) {
      Optional<BoxNames.Hit> seen = known.get(box);
      if (seen != null) {
        hit = seen;
        break;
      }
      unknown.add(box);
      hit = names.read(box);
    }
    for (Box box : unknown) {
      known.put(box, hit);
    }
    return hit;
  }
}
