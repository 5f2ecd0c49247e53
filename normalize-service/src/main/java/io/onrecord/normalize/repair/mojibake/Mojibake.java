package io.onrecord.normalize.repair.mojibake;

import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.BIG5;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.CP949;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.GB18030;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.MISREAD;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.OLD_BIG5;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.SHIFT_JIS;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.WRITTEN;

import io.onrecord.normalize.repair.quote.QuotedDamage;
import io.onrecord.normalize.repair.quote.QuotingLine;
import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import java.util.ArrayList;
import java.util.List;

/**
 * Text that somebody read in the wrong character set and stored that way: {@code ä½ å¥½}, {@code
 * 浣犲ソ}, {@code ÄãºÃ}, {@code 斕疑} for {@code 你好}.
 *
 * <p>Each line that looks odd is turned back into bytes in each of the sets that it may have been
 * wrongly read in, and read again in the right one; the reading that makes it least surprising
 * wins, if it wins by enough. What was damaged twice is undone twice.
 */
public final class Mojibake implements Repairing {
  private static final int MOST_LAYERS = 6;
  private static final int LONG = 300;

  private final Suspicion suspicion = new Suspicion();
  private final QuotedDamage quoted = new QuotedDamage();
  private final List<Misreading> misreadings;

  public Mojibake() {
    List<Misreading> ways = new ArrayList<>();
    MISREAD.stream().filter(s -> !s.isDoubleByte()).forEach(s -> ways.add(new Utf8Misread(s)));
    for (LegacyCharset wrong : List.of(GB18030, BIG5, OLD_BIG5, CP949, SHIFT_JIS)) {
      ways.add(new Utf8Misread(wrong));
    }
    for (LegacyCharset wrong : MISREAD) {
      for (LegacyCharset right : WRITTEN) {
        if (!wrong.label().equals(right.label())) {
          ways.add(new LegacyMisread(wrong, right));
        }
      }
    }
    misreadings = List.copyOf(ways);
  }

  @Override
  public String repair(String text, Ledger ledger) {
    int odd = suspicion.first(text, 0);
    if (odd < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int copied = 0;
    while (odd >= 0) {
      int end = text.indexOf('\n', odd);
      end = end < 0 ? text.length() : end;
      int from = text.lastIndexOf('\n', odd) + 1;
      while (from <= end) {
        int to = partEnd(text, from);
        if (suspicion.of(text, from, to)) {
          String part = text.substring(from, to);
          String mended = mend(part, ledger);
          if (!mended.equals(part)) {
            out.append(text, copied, from).append(mended);
            copied = to;
          }
        }
        from = to + 1;
      }
      odd = suspicion.first(text, end);
    }
    return copied == 0 ? text : out.append(text, copied, text.length()).toString();
  }

  /**
   * The end of the line; of a long one a space some way into it, so that little is looked at twice.
   */
  private static int partEnd(String text, int from) {
    int newline = text.indexOf('\n', from, Math.min(text.length(), from + LONG));
    if (newline >= 0) {
      return newline;
    }
    int to = Math.min(text.length(), from + LONG);
    while (to < text.length() && text.charAt(to) != ' ' && text.charAt(to) != '\n') {
      to++;
    }
    return to;
  }

  private String mend(String part, Ledger ledger) {
    String mended = part;
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      if (layer > 0 && !suspicion.of(mended, 0, mended.length())) {
        break;
      }
      Line line = new Line(mended, suspicion);
      if (!line.hasProspects()) {
        break;
      }
      QuotingLine now = quoted.linesOf(mended).at(0);
      List<Mend> best = List.of();
      String kind = "";
      for (Misreading misreading : misreadings) {
        List<Mend> mends = meant(misreading.mends(line), now);
        if (!mends.isEmpty() && Mend.BY_GAIN.compare(mends, best) > 0) {
          best = mends;
          kind = misreading.kind();
        }
      }
      if (best.isEmpty()) {
        break;
      }
      mended = apply(mended, best, kind, ledger);
    }
    return mended;
  }

  /** Those mends whose place is not damaged on purpose. */
  private static List<Mend> meant(List<Mend> mends, QuotingLine line) {
    return mends.isEmpty()
        ? mends
        : mends.stream().filter(m -> !line.quotes(m.from(), m.to(), m.text())).toList();
  }

  private static String apply(String line, List<Mend> mends, String kind, Ledger ledger) {
    StringBuilder out = new StringBuilder(line.length());
    int copied = 0;
    for (Mend mend : mends) {
      ledger.add(kind, line.substring(mend.from(), mend.to()), mend.text());
      out.append(line, copied, mend.from()).append(mend.text());
      copied = mend.to();
    }
    return out.append(line, copied, line.length()).toString();
  }
}
