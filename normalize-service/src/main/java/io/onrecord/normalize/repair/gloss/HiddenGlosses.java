package io.onrecord.normalize.repair.gloss;

import io.onrecord.normalize.repair.gloss.Gloss.Form;
import java.util.Arrays;
import java.util.Optional;

/**
 * Glosses that begin in the middle of a character as the text is read now: full-width brackets put
 * out of step, {@code 担▁ǔ）} for the second byte of 的, {@code （}, {@code d}.
 */
final class HiddenGlosses {
  private static final int LONGEST = 24;

  private final LegacyCharset charset;
  private final Form form;
  private final int[] units;
  private final int[] starts;

  HiddenGlosses(String text, Form form, LegacyCharset charset) {
    this.charset = charset;
    this.form = form;
    this.starts = new int[text.length() + 1];
    int[] all = new int[text.length() * 2];
    int n = 0;
    for (int i = 0; i < text.length(); i++) {
      starts[i] = n;
      for (int unit : Unit.of(text.substring(i, i + 1), charset)) {
        all[n++] = unit;
      }
    }
    starts[text.length()] = n;
    this.units = Arrays.copyOf(all, n);
  }

  /** The units of a gloss that begins with the second byte of this character. */
  Optional<int[]> within(int character) {
    int from = starts[character] + 1;
    if (starts[character + 1] != from + 1) {
      return Optional.empty();
    }
    int[] open = Unit.of(String.valueOf(form.brackets().open), charset);
    int[] close = Unit.of(String.valueOf(form.brackets().close), charset);
    if (!isAt(open, from)) {
      return Optional.empty();
    }
    int start = from + open.length;
    for (int end = start + 1; end < Math.min(units.length, start + LONGEST); end++) {
      if (isAt(close, end)) {
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

  private boolean isAt(int[] wanted, int from) {
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
