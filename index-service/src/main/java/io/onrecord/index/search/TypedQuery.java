package io.onrecord.index.search;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person typed, read without ever refusing it.
 *
 * <p>Words stand by themselves; quotes of any style make a phrase; a minus before a word or a
 * phrase excludes it. A quote that is not closed reaches to the end. Everything else is text.
 */
record TypedQuery(List<Clause> clauses) {

  /**
   * A word or a phrase.
   *
   * @param text without quotes and minus
   * @param phrase was in quotes
   * @param excluded had a minus
   */
  record Clause(String text, boolean phrase, boolean excluded) {}

  private static final String OPENING = "\"“”„«「『＂";
  private static final String CLOSING = "\"”””»」』＂";

  static TypedQuery read(String typed) {
    List<Clause> clauses = new ArrayList<>();
    int at = 0;
    while (at < typed.length()) {
      char c = typed.charAt(at);
      if (isSpace(c)) {
        at++;
        continue;
      }
      boolean excluded = isMinus(c) && at + 1 < typed.length() && !isSpace(typed.charAt(at + 1));
      int start = excluded ? at + 1 : at;
      int quote = OPENING.indexOf(typed.charAt(start));
      int end;
      if (quote >= 0) {
        end = closing(typed, start + 1, CLOSING.charAt(quote));
        clauses.add(new Clause(typed.substring(start + 1, end), true, excluded));
        end++;
      } else {
        end = start + 1;
        while (end < typed.length() && !endsWord(typed.charAt(end))) {
          end++;
        }
        clauses.add(new Clause(typed.substring(start, end), false, excluded));
      }
      at = end;
    }
    return new TypedQuery(List.copyOf(clauses));
  }

  private static int closing(String typed, int from, char quote) {
    int end = typed.indexOf(quote, from);
    return end < 0 ? typed.length() : end;
  }

  private static boolean endsWord(char c) {
    return isSpace(c) || OPENING.indexOf(c) >= 0;
  }

  private static boolean isMinus(char c) {
    return c == '-' || c == '－' || c == '−';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
