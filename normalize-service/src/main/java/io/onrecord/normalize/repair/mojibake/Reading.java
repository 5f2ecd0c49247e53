package io.onrecord.normalize.repair.mojibake;

import io.onrecord.normalize.repair.sound.SoundText;

/** Compares how a stretch of a line reads before and after. */
final class Reading {
  private Reading() {}

  /** The mend with its gain, counted with the characters that stand around it. */
  static Mend mend(SoundText sound, String line, int from, int to, String text) {
    char before = from > 0 ? line.charAt(from - 1) : ' ';
    String after = to < line.length() ? line.substring(to, to + 1) : " ";
    String old = line.substring(from, to) + after;
    int gain =
        sound.surprise(old, 0, old.length(), before)
            - sound.surprise(text + after, 0, text.length() + 1, before);
    return new Mend(from, to, text, gain);
  }
}
