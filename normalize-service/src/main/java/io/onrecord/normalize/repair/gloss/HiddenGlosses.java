package io.onrecord.normalize.repair.gloss;

import io.onrecord.normalize.repair.gloss.Gloss.Form;
import java.util.Arrays;
import java.util.Optional;

/**
 * Glosses that begin in the middle of a character as the text is read now: brackets whose bytes are
 * put out of step, {@code 担▁ǔ）} for the second byte of 的, {@code （}, {@code d}.
 */
final class HiddenGlosses {
  private static final int LONGEST = 24;

  private final LegacyCharset charset;
  private final Form form;
  private final int[] open;
  private final int[] close;

  HiddenGlosses(Form form, LegacyCharset charset) {
    this.charset = charset;
    this.form = form;
    this.open = Unit.of(String.valueOf(form.brackets().open), charset);
    this.close = Unit.of(String.valueOf(form.brackets().close), charset);
  }

  boolean areIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (within(text, i).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The units of a gloss that begins with the second byte of this character. */
  Optional<int[]> within(String text, int character) {
    int pair = charset.pair(text.charAt(character));
    if (text.charAt(character) < 0x80 || pair == 0 || (pair & 0xFF) != open[0]) {
      return Optional.empty();
    }
    int to = Math.min(text.length(), character + LONGEST);
    int[] units = Unit.of(text.substring(character, to), charset);
    int from = 1;
    if (!isAt(units, open, from)) {
      return Optional.empty();
    }
    int start = from + open.length;
    for (int end = start + 1; end < Math.min(units.length, start + LONGEST); end++) {
      if (isAt(units, close, end)) {
        boolean reads =
            ReadingStyle.of(text(units, start, end)).filter(form.style()::equals).isPresent();
        return reads
            ? Optional.of(Arrays.copyOfRange(units, from, end + close.length))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** What stands between the brackets of a gloss. */
  String reading(int[] gloss) {
    String whole = text(gloss, 0, gloss.length);
    return whole.substring(1, whole.length() - 1);
  }

  private static boolean isAt(int[] units, int[] wanted, int from) {
    return from + wanted.length <= units.length
        && Arrays.equals(units, from, from + wanted.length, wanted, 0, wanted.length);
  }

  private String text(int[] of, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      int unit = of[i];
      if (Unit.isCharacter(unit) || unit < 0x80) {
        text.append((char) unit);
      } else if (i + 1 < to && of[i + 1] < 0x100) {
        text.append(charset.character(unit, of[++i]));
      }
    }
    return text.toString();
  }
}
