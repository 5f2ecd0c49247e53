package io.onrecord.normalize.repair.gloss;

import java.util.Collection;

/** The traces that a gloss leaves when it was put into the middle of two characters. */
final class BrokenGlosses {
  private BrokenGlosses() {}

  /** Whether a decoder may have met bytes in this text that it could not read. */
  static boolean mayBeIn(String text) {
    return text.indexOf('?') >= 0 || text.indexOf('\uFFFD') >= 0;
  }

  /** Whether the opening brackets are gone as a rule: {@code ?nèi)} and not {@code ?(nèi)}. */
  static boolean areSwallowed(Collection<String> texts, Gloss.Form form) {
    int without = 0;
    int with = 0;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) == '?' || text.charAt(i) == '\uFFFD') {
          without += reading(text, i + 1, form) ? 1 : 0;
          with +=
              text.startsWith("" + form.brackets().open, i + 1) && reading(text, i + 2, form)
                  ? 1
                  : 0;
        }
      }
    }
    return without >= with;
  }

  private static boolean reading(String text, int from, Gloss.Form form) {
    int limit = Math.min(text.length(), from + ReadingStyle.MAX_LENGTH + 1);
    for (int i = from; i < limit; i++) {
      if (text.charAt(i) == form.brackets().close) {
        return ReadingStyle.of(text.substring(from, i)).filter(form.style()::equals).isPresent();
      }
    }
    return false;
  }
}
