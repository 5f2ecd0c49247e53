package io.onrecord.normalize.speech;

import org.jspecify.annotations.Nullable;

/**
 * Where inside a paragraph a label could stand: {@code I did. Ben: And then?}. Words without stops
 * that follow the end of a sentence or a space and run up to a colon. Every colon is looked at once
 * and at most {@value #LONGEST} characters back from it, whatever the paragraph's length.
 */
final class InnerLabels {
  private static final int LONGEST = 41;
  private static final String BEFORE = ".!?。！？…”\"』」）)";
  private static final String STOPS = ":：.!?。！？,，;；“”\"\n";

  private final String text;
  private int colon;

  /** The words from (inclusive) to (exclusive), and where what is said begins. */
  record Place(int from, int to, int body) {}

  InnerLabels(String text, int from) {
    this.text = text;
    this.colon = Math.max(from, 1);
  }

  /** The next place; null after the last one. */
  @Nullable Place next() {
    int first = colon;
    for (int at = colonAfter(first); at >= 0; at = colonAfter(at + 1)) {
      if (text.startsWith("//", at + 1)) {
        continue;
      }
      int to = at;
      while (to > first && space(text.charAt(to - 1))) {
        to--;
      }
      int from = start(to, first);
      if (from >= 0) {
        colon = at + 1;
        int body = at + 1;
        while (body < text.length() && space(text.charAt(body))) {
          body++;
        }
        return new Place(from, to, body);
      }
    }
    return null;
  }

  private int colonAfter(int from) {
    int narrow = text.indexOf(':', from);
    int wide = text.indexOf('：', from);
    return narrow < 0 || wide >= 0 && wide < narrow ? wide : narrow;
  }

  /** The farthest start of words that end here, or -1. */
  private int start(int to, int first) {
    int start = -1;
    for (int i = to - 1; i >= Math.max(first, to - LONGEST); i--) {
      char c = text.charAt(i);
      if (STOPS.indexOf(c) >= 0) {
        break;
      }
      char before = text.charAt(i - 1);
      if (!space(c) && (space(before) || BEFORE.indexOf(before) >= 0)) {
        start = i;
      }
    }
    return start;
  }

  private static boolean space(char c) {
    return c == ' ' || c >= '\t' && c <= '\r';
  }
}
