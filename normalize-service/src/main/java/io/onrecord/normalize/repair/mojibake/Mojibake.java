package io.onrecord.normalize.repair.mojibake;

import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.BIG5;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.CP949;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.EUC_JP;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.GB18030;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.IBM437;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.MAC_ROMAN;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.OLD_BIG5;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.SHIFT_JIS;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.WINDOWS_1250;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.WINDOWS_1251;
import static io.onrecord.normalize.repair.mojibake.LegacyCharsets.WINDOWS_1252;

import io.onrecord.normalize.repair.quote.QuotedDamage;
import io.onrecord.normalize.repair.quote.QuotingLine;
import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    for (LegacyCharset wrong :
        List.of(WINDOWS_1252, WINDOWS_1250, WINDOWS_1251, MAC_ROMAN, IBM437)) {
      ways.add(new Utf8Misread(wrong));
    }
    for (LegacyCharset wrong : List.of(GB18030, BIG5, OLD_BIG5, CP949, SHIFT_JIS)) {
      ways.add(new Utf8Misread(wrong));
    }
    for (LegacyCharset wrong :
        List.of(
            WINDOWS_1252,
            WINDOWS_1250,
            WINDOWS_1251,
            MAC_ROMAN,
            IBM437,
            GB18030,
            BIG5,
            CP949,
            SHIFT_JIS,
            OLD_BIG5)) {
      for (LegacyCharset right : List.of(GB18030, BIG5, CP949, SHIFT_JIS, EUC_JP)) {
        if (!wrong.label().equals(right.label())) {
          ways.add(new LegacyMisread(wrong, right));
        }
      }
    }
    misreadings = List.copyOf(ways);
  }

  @Override
  public String repair(String text, Ledger ledger) {
    @Nullable StringBuilder out = null;
    int copied = 0;
    int from = 0;
    while (from <= text.length()) {
      int to = partEnd(text, from);
      if (suspicion.of(text, from, to)) {
        String line = text.substring(from, to);
        String mended = mend(line, ledger);
        if (!mended.equals(line)) {
          out = out == null ? new StringBuilder(text.length()) : out;
          out.append(text, copied, from).append(mended);
          copied = to;
        }
      }
      from = to + 1;
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
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

  private String mend(String line, Ledger ledger) {
    String mended = line;
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      if (!suspicion.of(mended, 0, mended.length())) {
        break;
      }
      QuotingLine now = quoted.linesOf(mended).at(0);
      List<Mend> best = List.of();
      String kind = "";
      for (Misreading misreading : misreadings) {
        List<Mend> mends = new ArrayList<>(misreading.mends(mended));
        mends.removeIf(mend -> now.quotes(mend.from(), mend.to(), mend.text()));
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
