package io.onrecord.normalize.classify;

import io.onrecord.normalize.classify.html.MarkupClassifier;
import io.onrecord.normalize.classify.talk.TalkBlocks;
import io.onrecord.normalize.classify.text.TextClassifier;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.repair.Repaired;

/** Tells content from everything else, by the means that the page's format allows. Thread-safe. */
public final class Classifier {
  private final MarkupClassifier markup = new MarkupClassifier();
  private final TextClassifier text = new TextClassifier();
  private final TalkBlocks talk = new TalkBlocks();

  /** Every block of the page with its verdict. */
  public Classified classify(Repaired repaired) {
    Parsed page = repaired.page();
    Labelled judged =
        page.format() == Format.HTML ? Labelled.unread(markup.classify(page)) : text.classify(page);
    Labelled talked = talk.judge(judged);
    return new Classified(repaired, talked.blocks(), talked.labels());
  }
}
