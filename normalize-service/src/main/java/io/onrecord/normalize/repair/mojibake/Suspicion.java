package io.onrecord.normalize.repair.mojibake;

import io.onrecord.normalize.repair.sound.SoundText;

/**
 * Finds in one pass the lines that are worth a second look, so that sound text costs next to
 * nothing: those with a stretch of characters beyond ASCII that are on the whole more surprising
 * than text is. A single accent in a Latin word is none: a wrong decode leaves at least two in a
 * row.
 */
final class Suspicion {
  private static final int USUAL = 70;
  private static final int USUAL_EAST_ASIAN = 88;
  private static final int ENOUGH = 60;
  private static final int FORGET = 20;
  private static final int CHUNK = 1024;
  private static final char EAST_ASIAN = 0x2E80;

  /** UTF-8's no-break space read as Latin: no word ends in this letter before such a space. */
  private static final char A_OF_SPACE = 'Â';

  private final SoundText sound = SoundText.model();

  /**
   * Where a text first looks odd from a place on, which is not before any line of it does; -1 for
   * nowhere. Lines are not told apart, so that what a line ends with may still count in the next.
   */
  int first(String text, int from) {
    return look(text, from, text.length());
  }

  /** Whether a stretch looks odd. */
  boolean of(String text, int from, int to) {
    return look(text, from, to) >= 0;
  }

  private int look(String text, int from, int to) {
    char[] chunk = new char[Math.min(CHUNK, to - from)];
    int sum = 0;
    int single = 0;
    char before = ' ';
    for (int start = from; start < to; start += chunk.length) {
      int length = Math.min(chunk.length, to - start);
      text.getChars(start, start + length, chunk, 0);
      int i = 0;
      while (i < length) {
        char c = chunk[i];
        if (c < 0x80) {
          sum = sum <= FORGET ? 0 : sum - FORGET;
          single = 0;
          before = c;
          i++;
          if (sum == 0) {
            int next = beyondAscii(chunk, i, length);
            before = next > i ? chunk[next - 1] : before;
            i = next;
          }
          continue;
        }
        if (before == A_OF_SPACE && c == '\u00A0') {
          return start + i;
        }
        int excess = sound.surprise(before, c) - (c < EAST_ASIAN ? USUAL : USUAL_EAST_ASIAN);
        if (c < EAST_ASIAN && before < 0x80) {
          single = excess;
        } else {
          sum = Math.max(0, sum + single + excess);
          single = 0;
          if (sum >= ENOUGH) {
            return start + i;
          }
        }
        before = c;
        i++;
      }
    }
    return -1;
  }

  /** The next character beyond ASCII: most text has few. */
  private static int beyondAscii(char[] text, int from, int to) {
    int i = from;
    while (i < to && text[i] < 0x80) {
      i++;
    }
    return i;
  }
}
