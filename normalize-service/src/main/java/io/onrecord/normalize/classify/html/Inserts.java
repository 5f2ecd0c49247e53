package io.onrecord.normalize.classify.html;

import io.onrecord.document.Category;
import io.onrecord.normalize.cue.CueTable;
import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.text.Fold;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Boxes put between the paragraphs of an article: a newsletter, a shop, a notice about a player.
 * They look like content and stand amid it; one wording gives the whole box away ({@code
 * cue/insert.tsv}).
 *
 * <p>{@code <div><h4>The Gust</h4><p>Sound and place.</p><p>In your inbox on Saturdays.</p></div>}
 * between paragraphs: all three lines go. The same words in a paragraph of the article itself take
 * nothing but that paragraph, and in a long one nothing at all.
 */
final class Inserts {
  private static final int LONGEST_LINE = 220;
  private static final int LONGEST_BOX = 700;
  private static final int MOST_BLOCKS = 12;

  /** A box holds at most one in so many characters of what is kept. */
  private static final int SHARE = 6;

  private final CueTable cues = CueTable.load("insert");

  /** What gives a box away. */
  record Found(Category category, String rule) {}

  /**
   * For each block that is kept what it goes for; null where it stays. A line that is not kept can
   * still give away the box around it.
   */
  @Nullable Found[] find(List<RawBlock> blocks, boolean[] kept) {
    @Nullable Found[] found = new Found[blocks.size()];
    @Nullable Map<Box, int[]> sizes = null;
    int first = 0;
    int last = kept.length - 1;
    while (first <= last && !kept[first]) {
      first++;
    }
    while (last >= first && !kept[last]) {
      last--;
    }
    for (int b = first; b <= last; b++) {
      String text = blocks.get(b).text();
      if (found[b] != null || text.length() > LONGEST_LINE) {
        continue;
      }
      String folded = Fold.fold(text);
      Optional<CueTable.Hit> hit =
          cues.mayOccurIn(folded) ? cues.find(folded).stream().findFirst() : Optional.empty();
      if (hit.isEmpty()) {
        continue;
      }
      String[] role = hit.get().cue().role().split("/");
      Category category = Category.valueOf(role[0].toUpperCase(Locale.ROOT).replace('-', '_'));
      Found what = new Found(category, hit.get().cue().id());
      found[b] = kept[b] ? what : null;
      if (role[1].equals("box")) {
        sizes = sizes == null ? sizes(blocks, kept) : sizes;
        box(blocks, b, sizes).ifPresent(box -> fill(blocks, kept, found, box, what));
      }
    }
    return found;
  }

  private static void fill(
      List<RawBlock> blocks, boolean[] kept, @Nullable Found[] found, Box box, Found what) {
    for (int i = 0; i < found.length; i++) {
      if (kept[i] && found[i] == null && within(Layout.box(blocks.get(i)), box)) {
        found[i] = what;
      }
    }
  }

  private static boolean within(Box inner, Box outer) {
    @Nullable Box box = inner;
    while (box != null && box.depth() > outer.depth()) {
      box = box.parent().orElse(null);
    }
    return box == outer;
  }

  /** The widest box around the block that is still small; empty when there is none. */
  private static Optional<Box> box(List<RawBlock> blocks, int b, Map<Box, int[]> sizes) {
    Optional<Box> widest = Optional.empty();
    for (Box box = Layout.box(blocks.get(b)); ; box = box.parent().get()) {
      int[] size = sizes.getOrDefault(box, new int[3]);
      if (size[0] > LONGEST_BOX || size[1] > MOST_BLOCKS || size[0] * SHARE > size[2]) {
        return widest;
      }
      widest = Optional.of(box);
      if (box.parent().isEmpty()) {
        return widest;
      }
    }
  }

  /** For each box the kept characters and blocks in it, and the kept characters of the page. */
  private static Map<Box, int[]> sizes(List<RawBlock> blocks, boolean[] kept) {
    int all = 0;
    for (int b = 0; b < kept.length; b++) {
      all += kept[b] ? blocks.get(b).text().length() : 0;
    }
    Map<Box, int[]> sizes = new HashMap<>();
    for (int b = 0; b < kept.length; b++) {
      @Nullable Box box = kept[b] ? Layout.box(blocks.get(b)) : null;
      for (; box != null; box = box.parent().orElse(null)) {
        int total = all;
        int[] size = sizes.computeIfAbsent(box, x -> new int[] {0, 0, total});
        size[0] += blocks.get(b).text().length();
        size[1]++;
      }
    }
    return sizes;
  }
}
