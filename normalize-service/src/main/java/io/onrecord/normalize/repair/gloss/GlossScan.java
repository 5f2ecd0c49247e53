package io.onrecord.normalize.repair.gloss;

/**
 * The look that every page pays for: counts what has the outline of a gloss, a Chinese character
 * followed by a few letters in brackets, and stops as soon as there are enough for a table. One
 * pass, nothing allocated; it may see glosses where there are none, never the other way round.
 */
final class GlossScan {
  private GlossScan() {}

  /** How many outlines of glosses a text has, at most {@code enough}. */
  static int count(String text, int enough) {
    int found = 0;
    for (Brackets brackets : Brackets.values()) {
      int open = text.indexOf(brackets.open, 1);
      while (open > 0 && found < enough) {
        if (Han.is(text.charAt(open - 1)) && closes(text, open, brackets.close)) {
          found++;
        }
        open = text.indexOf(brackets.open, open + 1);
      }
    }
    return found;
  }

  private static boolean closes(String text, int open, char close) {
    int limit = Math.min(text.length(), open + ReadingStyle.MAX_LENGTH + 2);
    for (int i = open + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == close) {
        return i > open + 1;
      }
      if (Han.is(c)) {
        return false;
      }
    }
    return false;
  }
}
