package io.onrecord.normalize.repair.lossy;

import io.onrecord.normalize.repair.quote.QuotedDamage;
import io.onrecord.normalize.repair.quote.QuotingLines;
import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import io.onrecord.normalize.repair.step.Sign;
import io.onrecord.normalize.repair.step.Signs;

/**
 * Marks question marks that stand for letters: text that was written in a set without such letters.
 *
 * <p>Whole lines ({@code ????? ????}); several within Chinese that asks nothing ({@code
 * 清晨的??场里，卖豆腐的老?已经}); the rest of a misread letter in Latin text ({@code cafÃ?}, {@code itâ€?s}).
 * People write several question marks too, so those after a word that asks, before a pause and in
 * text that uses no others are believed to be meant.
 */
public final class QuestionMarks implements Repairing {
  private static final String KIND = "lossy-question-marks";
  private static final String REMAINS = "lossy-mojibake-remains";
  private static final int MANY = 6;
  private static final int WITHIN = 3;

  /** What questions and exclamations end with. */
  private static final String ASKING = "吗嗎呢么麼吧啊呀哪谁誰何啥嘛没沒不否了的哈呵哇哦喔耶啦咯喽噢";

  private static final String FULL_WIDTH = "，。？！、；：";

  private final QuotedDamage quoted = new QuotedDamage();

  @Override
  public boolean mayConcern(Signs signs) {
    return signs.has(Sign.QUESTION_MARK);
  }

  @Override
  public String repair(String text, Ledger ledger) {
    int at = text.indexOf('?');
    QuotingLines lines = quoted.linesOf(at < 0 ? "" : text);
    while (at >= 0) {
      int from = text.lastIndexOf('\n', at) + 1;
      int newline = text.indexOf('\n', at);
      int to = newline < 0 ? text.length() : newline;
      if (isAllMarks(text, from, to) || areWithinChinese(text, from, to)) {
        String line = text.substring(from, to);
        if (!lines.at(at).talksOfDamage()) {
          ledger.add(KIND, line, line);
        }
      } else {
        remains(text, at, to, lines, ledger);
      }
      at = text.indexOf('?', to);
    }
    return text;
  }

  private static boolean isAllMarks(String text, int from, int to) {
    if (text.indexOf("???", from, to) < 0) {
      return false;
    }
    int marks = 0;
    int letters = 0;
    for (int i = from; i < to; i++) {
      marks += text.charAt(i) == '?' ? 1 : 0;
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return marks >= MANY && marks > letters;
  }

  /**
   * Whether there are question marks directly between Chinese characters: at least two places and
   * three marks, none of them after a word that asks, in a line that has full-width punctuation.
   */
  private static boolean areWithinChinese(String text, int from, int to) {
    int places = 0;
    int marks = 0;
    int i = text.indexOf('?', from, to);
    while (i >= 0) {
      int end = i;
      while (end < to && text.charAt(end) == '?') {
        end++;
      }
      if (i > from && end < to && isHan(text.charAt(i - 1)) && isHan(text.charAt(end))) {
        if (ASKING.indexOf(text.charAt(i - 1)) >= 0 && end - i != 2) {
          return false;
        }
        places++;
        marks += end - i;
      }
      i = text.indexOf('?', end, to);
    }
    return places > 1 && marks >= WITHIN && hasFullWidth(text, from, to);
  }

  private static boolean hasFullWidth(String text, int from, int to) {
    return FULL_WIDTH.chars().anyMatch(c -> text.indexOf(c, from, to) >= 0);
  }

  private static boolean isHan(char c) {
    return c >= 0x4E00 && c <= 0x9FFF || c >= 0x3400 && c <= 0x4DBF;
  }

  /** The first byte's letter with a question mark for the byte that was lost. */
  private static void remains(String text, int first, int to, QuotingLines lines, Ledger ledger) {
    for (int at = first; at >= 0 && at < to; at = text.indexOf('?', at + 1)) {
      boolean dash = at > 1 && text.startsWith("â€", at - 2);
      boolean letter =
          at > 0
              && text.charAt(at - 1) == 'Ã'
              && (at > 1 && isSmall(text.charAt(at - 2))
                  || at + 1 < text.length() && isSmall(text.charAt(at + 1)));
      int from = dash ? at - 2 : at - 1;
      if ((dash || letter) && !lines.at(at).quotes(from, at + 1, "")) {
        String rest = text.substring(from, at + 1);
        ledger.add(REMAINS, rest, rest);
      }
    }
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }
}
