package io.onrecord.normalize.classify.html;

import io.onrecord.document.Category;
import io.onrecord.normalize.cue.CueTable;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.text.Fold;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lines that end an article and are no part of it: who edited it, whose opinion it is, where to
 * share it. They stand in the article's own box as its last paragraphs; their wording tells ({@code
 * cue/line.tsv}). Taken from the end upwards, until a line is something else.
 *
 * <p>{@code …the last sentence. | Editor: Ola Brandt | All rights reserved}: two lines go.
 */
final class Edges {
  private static final int LONGEST = 200;
  private static final int MOST = 8;

  private final CueTable cues = CueTable.load("line");

  /** For each block what it goes for; takes those blocks off what is kept. */
  void trim(List<RawBlock> blocks, boolean[] kept, Inserts.@Nullable Found[] found) {
    int seen = 0;
    for (int b = kept.length - 1; b >= 0 && seen < MOST; b--) {
      if (!kept[b] || found[b] != null) {
        continue;
      }
      String text = blocks.get(b).text();
      Inserts.@Nullable Found what = text.length() > LONGEST ? null : below(Fold.fold(text));
      if (what == null) {
        return;
      }
      found[b] = what;
      seen++;
    }
  }

  private Inserts.@Nullable Found below(String folded) {
    for (CueTable.Hit hit : cues.find(folded)) {
      String[] role = hit.cue().role().split("/");
      if (!role[1].equals("head")) {
        Category category = Category.valueOf(role[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Inserts.Found(category, hit.cue().id());
      }
    }
    return null;
  }
}
