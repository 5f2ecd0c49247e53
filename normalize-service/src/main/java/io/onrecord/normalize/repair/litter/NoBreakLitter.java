package io.onrecord.normalize.repair.litter;

import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import io.onrecord.normalize.repair.step.Sign;
import io.onrecord.normalize.repair.step.Signs;

/**
 * No-break spaces after or before full-width punctuation, where Chinese and Japanese are written
 * without spaces: {@code ，\u005Cu00A0同比} was {@code ，同比}.
 *
 * <p>Everywhere else a no-break space may be meant (French punctuation, numbers, names beside each
 * other) and stays.
 */
public final class NoBreakLitter implements Repairing {
  private static final String KIND = "no-break-litter";
  private static final String AFTER = "，。、；：？！”’」』）》】…";
  private static final String BEFORE = "，。、；：？！”’」』）》】";

  @Override
  public boolean mayConcern(Signs signs) {
    return signs.has(Sign.NO_BREAK_SPACE);
  }

  @Override
  public String repair(String text, Ledger ledger) {
    int at = text.indexOf('\u00A0');
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    while (at >= 0) {
      int end = at + 1;
      while (end < text.length() && text.charAt(end) == '\u00A0') {
        end++;
      }
      if (isLitter(text, at, end)) {
        ledger.add(
            KIND,
            text.substring(at - 1, end + 1).replace("\u00A0", "<U+00A0>"),
            text.substring(at - 1, at) + text.charAt(end));
        out.append(text, copied, at);
        copied = end;
      }
      at = text.indexOf('\u00A0', end);
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  private static boolean isLitter(String text, int from, int to) {
    if (from == 0 || to >= text.length()) {
      return false;
    }
    char before = text.charAt(from - 1);
    char after = text.charAt(to);
    return AFTER.indexOf(before) >= 0 && isEastAsian(after)
        || BEFORE.indexOf(after) >= 0 && isEastAsian(before);
  }

  private static boolean isEastAsian(char c) {
    return c >= 0x4E00 && c <= 0x9FFF
        || c >= 0x3040 && c < 0x3100
        || c >= 0x3400 && c <= 0x4DBF
        || "“‘「『（《【".indexOf(c) >= 0
        || AFTER.indexOf(c) >= 0;
  }
}
