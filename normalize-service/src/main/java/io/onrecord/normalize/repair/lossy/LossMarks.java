package io.onrecord.normalize.repair.lossy;

import io.onrecord.normalize.repair.quote.QuotedDamage;
import io.onrecord.normalize.repair.quote.QuotingLines;
import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import io.onrecord.normalize.repair.step.Sign;
import io.onrecord.normalize.repair.step.Signs;

/**
 * Marks what was lost for good where something stands for it that nobody writes: replacement
 * characters, as they are or misread in their turn ({@code 锟斤拷}, {@code ï¿½}), and memory that a
 * program never wrote ({@code 烫烫烫}). The text stays as it is; the mark says that it is not what was
 * written.
 */
public final class LossMarks implements Repairing {
  private final QuotedDamage quoted = new QuotedDamage();

  @Override
  public boolean mayConcern(Signs signs) {
    return signs.has(Sign.REPLACEMENT);
  }

  @Override
  public String repair(String text, Ledger ledger) {
    runs(text, '\uFFFD', "\uFFFD", 1, "lossy-replacement-character", ledger);
    runs(text, '锟', "锟斤拷", 3, "lossy-replacement-read-as-gbk", ledger);
    runs(text, '嚙', "嚙踝蕭", 3, "lossy-replacement-read-as-big5", ledger);
    runs(text, '烫', "烫", 3, "lossy-unwritten-memory", ledger);
    runs(text, '屯', "屯", 3, "lossy-unwritten-memory", ledger);
    exactly(text, "ï¿½", "lossy-replacement-read-as-windows-1252", ledger);
    exactly(text, "ďż˝", "lossy-replacement-read-as-windows-1250", ledger);
    exactly(text, "пїЅ", "lossy-replacement-read-as-windows-1251", ledger);
    exactly(text, "∩┐╜", "lossy-replacement-read-as-ibm437", ledger);
    exactly(text, "ÔøΩ", "lossy-replacement-read-as-macintosh", ledger);
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

  private void exactly(String text, String standIn, String kind, Ledger ledger) {
    int at = text.indexOf(standIn);
    QuotingLines lines = quoted.linesOf(at < 0 ? "" : text);
    while (at >= 0) {
      int end = at + standIn.length();
      if (!lines.at(at).quotes(at, end, "")) {
        ledger.add(kind, standIn, standIn);
      }
      at = text.indexOf(standIn, end);
    }
  }
}
