package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;

/**
 * A page with what the gold says about its blocks.
 *
 * @param labels share of each block that is content, or {@link GoldLabels#UNKNOWN}
 * @param weights how much a mistake on each block costs the page's score
 */
record Labelled(GoldPage gold, Parsed page, double[] labels, double[] weights) {
  private static final int SMALL = 12;

  static Labelled of(GoldPage gold) {
    Parsed page = Oracle.parse(gold);
    return of(gold, page, GoldLabels.of(gold, page.blocks()));
  }

  static Labelled of(GoldPage gold, Parsed page, double[] labels) {
    return new Labelled(gold, page, labels, weights(gold, page, labels));
  }

  /** In relation to the page's content: a mistake on a tenth of it costs a tenth of the page. */
  private static double[] weights(GoldPage gold, Parsed page, double[] labels) {
    double content = 0;
    double[] weights = new double[labels.length];
    for (int b = 0; b < labels.length; b++) {
      weights[b] = length(page.blocks().get(b)) + SMALL;
      content += labels[b] > 0 ? weights[b] * labels[b] : 0;
    }
    double total = 0;
    for (int b = 0; b < labels.length; b++) {
      boolean passage = gold.set().equals("trafilatura-eval");
      weights[b] = passage ? 0.08 : Math.min(1, weights[b] / Math.max(300, content));
      total += labels[b] < 0 ? 0 : weights[b];
    }
    double most = 4;
    double scale = importance(gold) * (total > most ? most / total : 1);
    for (int b = 0; b < labels.length; b++) {
      weights[b] *= scale;
    }
    return weights;
  }

  private static int length(RawBlock block) {
    int cjk = (int) block.text().chars().filter(c -> c >= 0x3040 && c <= 0x9FFF).count();
    return block.text().length() + 2 * cjk;
  }

  /** Small sets and rare scripts count for more, so that the largest do not decide alone. */
  private static double importance(GoldPage gold) {
    return switch (gold.set()) {
      case "scrapinghub", "fundus-tests" -> 2;
      case "magic-article" -> gold.script().equals("zh") ? 5 : 3;
      case "magic-forum" -> gold.script().equals("zh") ? 3 : 1;
      case "mozilla" -> 1.5;
      default -> 1;
    };
  }
}
