package io.onrecord.normalize.classify;

import io.onrecord.normalize.classify.html.MarkupClassifier;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.repair.Repaired;
import java.util.List;

/** Tells content from everything else, by the means that the page's format allows. Thread-safe. */
public final class Classifier {
  private final MarkupClassifier markup = new MarkupClassifier();

  /** Every block of the page with its verdict. */
  public Classified classify(Repaired repaired) {
    Parsed page = repaired.page();
    List<Judged> judged =
        page.format() == Format.HTML
            ? markup.classify(page)
            : page.blocks().stream().map(Classifier::kept).toList();
    return new Classified(repaired, judged);
  }

  private static Judged kept(RawBlock block) {
    return new Judged(block, new Verdict.Keep(0.5));
  }
}
