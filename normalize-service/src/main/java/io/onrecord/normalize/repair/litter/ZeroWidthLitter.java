package io.onrecord.normalize.repair.litter;

import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import io.onrecord.normalize.repair.step.Sign;
import io.onrecord.normalize.repair.step.Signs;
import java.lang.Character.UnicodeScript;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Zero-width characters that editors and copy protection leave in text and that break words for
 * every search: {@code inter\u005Cu200Bview}, a byte order mark in the middle of a page.
 *
 * <p>Zero-width space, no-break space of zero width and word joiner go, except beside letters of
 * scripts that are written without spaces and break lines at them (Thai, Khmer, Lao, Burmese and
 * their neighbours). The joiner and the non-joiner are letters' business in many scripts and hold
 * emoji together; they go only where neither neighbour can be joined.
 */
public final class ZeroWidthLitter implements Repairing {
  private static final String KIND = "zero-width-litter";
  private static final Pattern SHOWN = Pattern.compile("<U[^>]*>");

  @Override
  public boolean mayConcern(Signs signs) {
    return signs.has(Sign.ZERO_WIDTH);
  }

  @Override
  public String repair(String text, Ledger ledger) {
    StringBuilder out = null;
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x200B && isZeroWidth(c) && isLitter(text, i)) {
        out = out == null ? new StringBuilder(text.length()) : out;
        out.append(text, copied, i);
        copied = i + 1;
        note(text, i, ledger);
      }
    }
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  private static void note(String text, int at, Ledger ledger) {
    if (ledger.hasExamples(KIND)) {
      ledger.count(KIND);
    } else {
      String shown = visible(text, at);
      ledger.add(KIND, shown, SHOWN.matcher(shown).replaceAll(""));
    }
  }

  private static boolean isZeroWidth(char c) {
    return c == 0x200B || c == 0xFEFF || c == 0x2060 || c == 0x200C || c == 0x200D;
  }

  private static boolean isLitter(String text, int at) {
    int from = at;
    while (from > 0 && at - from < 8 && isZeroWidth(text.charAt(from - 1))) {
      from--;
    }
    int to = at + 1;
    while (to < text.length() && to - at < 8 && isZeroWidth(text.charAt(to))) {
      to++;
    }
    int before = from > 0 ? text.codePointBefore(from) : ' ';
    int after = to < text.length() ? text.codePointAt(to) : ' ';
    char c = text.charAt(at);
    if (c == 0x200C || c == 0x200D) {
      return !joins(before) && !joins(after);
    }
    return !breaksAtZeroWidth(before) && !breaksAtZeroWidth(after);
  }

  private static boolean breaksAtZeroWidth(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return switch (UnicodeScript.of(c)) {
      case THAI,
          LAO,
          KHMER,
          MYANMAR,
          TIBETAN,
          TAI_LE,
          NEW_TAI_LUE,
          TAI_THAM,
          TAI_VIET,
          JAVANESE,
          BALINESE ->
          true;
      default -> false;
    };
  }

  /** Letters of scripts with joiners, marks, and pictures. */
  private static boolean joins(int c) {
    if (c < 0x0300) {
      return false;
    }
    return switch (UnicodeScript.of(c)) {
      case LATIN, GREEK, CYRILLIC, HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> false;
      case COMMON -> c >= 0x2190 && c < 0x2E00 || c >= 0xFE00 && c <= 0xFE0F || c >= 0x1F000;
      default -> true;
    };
  }

  private static String visible(String text, int at) {
    int from = at;
    while (from > 0 && at - from < 6 && text.charAt(from - 1) > ' ') {
      from--;
    }
    if (from > 0 && from < at && Character.isLowSurrogate(text.charAt(from))) {
      from++;
    }
    int to = at + 1;
    while (to < text.length() && to - at < 6 && text.charAt(to) > ' ') {
      to++;
    }
    if (Character.isHighSurrogate(text.charAt(to - 1))) {
      to--;
    }
    StringBuilder shown = new StringBuilder();
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (isZeroWidth(c)) {
        shown.append("<U+").append(HexFormat.of().withUpperCase().toHexDigits(c)).append('>');
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }
}
