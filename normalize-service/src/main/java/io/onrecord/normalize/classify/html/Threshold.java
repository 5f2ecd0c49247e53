package io.onrecord.normalize.classify.html;

import io.onrecord.normalize.parse.Parsed;

/**
 * How likely a block must be content to be kept. Half, as a rule. On a page where hardly anything
 * reaches that, the likeliest blocks are what a reader would take: a short note among furniture. A
 * page on which nothing is likely at all has no content, and stays empty.
 */
public final class Threshold {
  private static final float RULE = 0.5f;
  private static final float LEAST = 0.3f;
  private static final float OF_BEST = 0.6f;
  private static final int HARDLY_ANYTHING = 140;

  private Threshold() {}

  /** The threshold for a page whose blocks are as likely as told. */
  public static float of(Parsed page, float[] likely) {
    float best = 0;
    int kept = 0;
    for (int b = 0; b < likely.length; b++) {
      int length = page.blocks().get(b).text().length();
      kept += likely[b] >= RULE ? length : 0;
      best = length > 40 ? Math.max(best, likely[b]) : best;
    }
    return kept >= HARDLY_ANYTHING ? RULE : Math.clamp(best * OF_BEST, LEAST, RULE);
  }
}
