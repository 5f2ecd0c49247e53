package io.onrecord.normalize.classify.html;

import static io.onrecord.normalize.classify.html.Feature.IN_DECLARED_BODY;
import static io.onrecord.normalize.classify.html.Feature.IN_DESCRIPTION;
import static io.onrecord.normalize.classify.html.Feature.IN_TITLE;
import static io.onrecord.normalize.classify.html.Feature.WORD_FIRST;
import static io.onrecord.normalize.classify.html.Feature.WORD_MAX;
import static io.onrecord.normalize.classify.html.Feature.WORD_MEAN;
import static io.onrecord.normalize.classify.html.Feature.WORD_MIN;

/**
 * What the words of a block say: those of a short block by their weights, long blocks having too
 * many to say anything; those of any block by where else on the page they stand.
 */
final class WordScore implements Layout.Reader {
  private static final int SHORT = 300;

  private final Lexicon words;
  private final Overlap overlap;
  private final BlockTable table;
  private float sum;
  private float min;
  private float max;
  private float first;
  private int count;
  private boolean scored;

  WordScore(Lexicon words, Overlap overlap, BlockTable table) {
    this.words = words;
    this.overlap = overlap;
    this.table = table;
  }

  @Override
  public void start(String text) {
    scored = text.length() <= SHORT;
    overlap.start();
    sum = 0;
    min = 0;
    max = 0;
    first = 0;
    count = 0;
  }

  @Override
  public void accept(long word) {
    overlap.accept(word);
    if (scored) {
      float weight = words.weight(word);
      first = count == 0 ? weight : first;
      min = Math.min(min, weight);
      max = Math.max(max, weight);
      sum += weight;
      count++;
    }
  }

  @Override
  public void end(int block, TextShape shape) {
    if (shape.length <= SHORT && count > 0) {
      table.set(block, WORD_MEAN, sum / count);
      table.set(block, WORD_MIN, min);
      table.set(block, WORD_MAX, max);
      table.set(block, WORD_FIRST, first);
    }
    table.set(block, IN_TITLE, overlap.share(0));
    table.set(block, IN_DESCRIPTION, overlap.share(1));
    table.set(block, IN_DECLARED_BODY, overlap.share(2));
  }
}
