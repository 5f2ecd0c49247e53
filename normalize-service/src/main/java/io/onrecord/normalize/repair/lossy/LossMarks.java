package io.onrecord.normalize.repair.lossy;

import io.onrecord.normalize.repair.quote.QuotedDamage;
import io.onrecord.normalize.repair.quote.QuotingLines;
import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import io.onrecord.normalize.repair.step.Sign;
import io.onrecord.normalize.repair.step.Signs;

/**
 * Marks what was lost for good: replacement characters, {@code 锟斤拷} (two replacement characters
 * read as GBK), {@code 烫烫烫} and {@code 屯屯屯} (memory that a program never wrote), and lines of
 * question marks (text encoded in a set that has no such letters).
 */
public final class LossMarks implements Repairing {
  private static final int QUESTION_MARKS = 6;

  private final QuotedDamage quoted = new QuotedDamage();

  @Override
  public boolean mayConcern(Signs signs) {
    return signs.has(Sign.REPLACEMENT) || signs.has(Sign.QUESTION_MARK);
  }

  @Override
  public String repair(String text, Ledger ledger) {
    runs(text, '\uFFFD', "\uFFFD", 1, "lossy-replacement-character", ledger);
    runs(text, '锟', "锟斤拷", 3, "lossy-replacement-read-as-gbk", ledger);
    runs(text, '烫', "烫", 3, "lossy-unwritten-memory", ledger);
    runs(text, '屯', "屯", 3, "lossy-unwritten-memory", ledger);
    questionMarks(text, ledger);
    return text;
  }

  private void runs(
      String text, char first, String members, int shortest, String kind, Ledger ledger) {
    int at = text.indexOf(first);
    QuotingLines lines = quoted.linesOf(at < 0 ? "" : text);
    while (at >= 0) {
      int end = at;
      while (end < text.length() && members.indexOf(text.charAt(end)) >= 0) {
        end++;
      }
      if (end - at >= shortest && !lines.at(at).quotes(at, end, "")) {
        String run = text.substring(at, end);
        ledger.add(kind, run, run);
      }
      at = text.indexOf(first, end);
    }
  }

  private void questionMarks(String text, Ledger ledger) {
    String run = "?".repeat(QUESTION_MARKS / 2);
    int at = text.indexOf(run);
    while (at >= 0) {
      int from = text.lastIndexOf('\n', at) + 1;
      int newline = text.indexOf('\n', at);
      int to = newline < 0 ? text.length() : newline;
      String line = text.substring(from, to);
      long marks = line.chars().filter(c -> c == '?').count();
      long letters = line.chars().filter(Character::isLetter).count();
      if (marks >= QUESTION_MARKS && marks > letters) {
        ledger.add("lossy-question-marks", line, line);
      }
      at = text.indexOf(run, to);
    }
  }
}
