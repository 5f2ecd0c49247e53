package io.onrecord.normalize.classify.html;

import io.onrecord.document.Category;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what the text is that the model takes out: by the nearest box whose name tells, else by
 * where it stands. One instance a page.
 */
final class Furniture {
  private final BoxNames names;
  private final int firstKept;
  private final int lastKept;

  /** For each box, by its order, what was found for it: a page has thousands of boxes. */
  private final BoxNames.@Nullable Hit[] hits;

  /** Whether anything has been looked for. */
  private final boolean[] known;

  /**
   * @param firstKept index of the first block that is content; the number of blocks when none is
   * @param lastKept index of the last one
   */
  Furniture(BoxNames names, List<RawBlock> blocks, int firstKept, int lastKept) {
    int last = 0;
    for (RawBlock block : blocks) {
      last = Math.max(last, Layout.box(block).order());
    }
    this.names = names;
    this.hits = new BoxNames.Hit[last + 1];
    this.known = new boolean[last + 1];
    this.firstKept = firstKept;
    this.lastKept = lastKept;
  }

  Verdict.Remove name(int index, RawBlock block, double confidence) {
    Origin.Markup at = (Origin.Markup) block.origin();
    if (block.text().indexOf('©') >= 0) {
      return new Verdict.Remove(Category.COPYRIGHT, "html.sign.copyright", confidence);
    }
    BoxNames.@Nullable Hit hit = nearest(at.box());
    if (hit != null) {
      return new Verdict.Remove(hit.category(), hit.rule(), confidence);
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

  private BoxNames.@Nullable Hit nearest(Box start) {
    BoxNames.@Nullable Hit hit = null;
    @Nullable Box end = start;
    for (; end != null && hit == null; end = end.parent().orElse(null)) {
      if (known[end.order()]) {
        hit = hits[end.order()];
        break;
      }
      hit = names.read(end).orElse(null);
    }
    for (@Nullable Box box = start; box != null && box != end; box = box.parent().orElse(null)) {
      known[box.order()] = true;
      hits[box.order()] = hit;
    }
    return hit;
  }
}
