package io.onrecord.normalize.repair.mojibake;

import io.onrecord.normalize.repair.sound.CharacterClass;
import io.onrecord.normalize.repair.sound.SoundText;

/**
 * How odd any stretch of a line is in itself, told at once: the surprises of its characters beyond
 * ASCII, added up. Half-width kana are odd where there are many, since only old machines wrote
 * whole sentences in them.
 */
final class Oddness {
  private static final int ODD = 80;
  private static final int LONG = 8;

  private final int[] surprise;
  private final int[] surpriseOfMany;
  private final int[] beyondAscii;
  private final int[] most;

  /** The surprises of all characters, and of a space at the end. */
  private final int[] all;

  Oddness(SoundText sound, String line) {
    surprise = new int[line.length() + 1];
    surpriseOfMany = new int[line.length() + 1];
    beyondAscii = new int[line.length() + 1];
    most = new int[line.length() + 1];
    all = new int[line.length() + 2];
    char before = ' ';
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean beyond = c >= 0x80;
      int inItself = sound.surprise(before, c);
      all[i + 1] = all[i] + inItself;
      int of = beyond ? inItself : 0;
      boolean half = sound.classOf(c) == CharacterClass.HALFWIDTH_KANA;
      surprise[i + 1] = surprise[i] + of;
      surpriseOfMany[i + 1] = surpriseOfMany[i] + (half ? ODD : of);
      most[i + 1] = most[i] + (beyond ? Math.max(of, half ? ODD : of) - ODD : 0);
      beyondAscii[i + 1] = beyondAscii[i] + (beyond ? 1 : 0);
      before = c;
    }
    all[line.length() + 1] = all[line.length()] + sound.surprise(before, ' ');
  }

  /** The surprise of a stretch without surrogates, and of the character after it. */
  int surprise(int from, int to) {
    return all[to + 1] - all[from];
  }

  /** How many characters of a stretch are not ASCII. */
  int beyondAscii(int from, int to) {
    return beyondAscii[to] - beyondAscii[from];
  }

  /** How far a stretch is above what is odd, with half-width kana counted as they count most. */
  int most(int from, int to) {
    return most[to] - most[from];
  }

  /**
   * Whether a stretch of text of a set may be odd once the characters at its ends are left out that
   * may stay as they are; errs on the side of looking closer.
   *
   * @param set its bit, as in {@link SetBits}
   */
  boolean mayBeOdd(String line, int set, int from, int to) {
    int before = 0;
    for (int i = from; i < to && (SetBits.mayStay(line.charAt(i)) & set) != 0; i++) {
      before = Math.min(before, most(from, i + 1));
    }
    int after = 0;
    for (int i = to; i > from && (SetBits.mayStay(line.charAt(i - 1)) & set) != 0; i--) {
      after = Math.min(after, most(i - 1, to));
    }
    return most(from, to) - before - after >= 0;
  }

  /** Whether the characters beyond ASCII of a stretch are odd on average. */
  boolean of(int from, int to) {
    int[] sums = to - from >= LONG ? surpriseOfMany : surprise;
    return sums[to] - sums[from] >= ODD * (beyondAscii[to] - beyondAscii[from]);
  }
}
