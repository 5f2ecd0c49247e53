package io.onrecord.normalize.repair.mojibake;

import io.onrecord.normalize.repair.sound.SoundText;

/**
 * Finds in one pass the lines that are worth a second look, so that sound text costs next to
 * nothing: those with a stretch whose characters are on the whole more surprising than text is.
 */
final class Suspicion {
  private static final int USUAL = 70;
  private static final int ENOUGH = 60;

  private final SoundText sound = SoundText.model();

  boolean of(String text, int from, int to) {
    int sum = 0;
    char before = ' ';
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        sum = Math.max(0, sum - 20);
      } else {
        sum = Math.max(0, sum + sound.surprise(before, c) - USUAL);
        if (sum >= ENOUGH) {
          return true;
        }
      }
      before = c;
    }
    return false;
  }
}
