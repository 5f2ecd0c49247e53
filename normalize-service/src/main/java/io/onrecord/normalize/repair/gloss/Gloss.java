package io.onrecord.normalize.repair.gloss;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A reading in brackets behind a character, as it stands in a text.
 *
 * @param at index of the character
 * @param end index after the closing bracket
 */
record Gloss(char character, String reading, Form form, int at, int end) {

  /** What all glosses of one table have in common. */
  record Form(ReadingStyle style, Brackets brackets) {}

  /** All glosses of a text that stand behind a Chinese character. */
  static List<Gloss> in(String text) {
    List<Gloss> found = new ArrayList<>();
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      if (Han.is(before)) {
        opened(text, i).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Gloss> opened(String text, int open) {
    return Brackets.openedBy(text.charAt(open))
        .flatMap(
            brackets -> {
              int limit = Math.min(text.length(), open + ReadingStyle.MAX_LENGTH + 2);
              int close = open + 1;
              while (close < limit && text.charAt(close) != brackets.close) {
                close++;
              }
              if (close >= limit) {
                return Optional.empty();
              }
              String reading = text.substring(open + 1, close);
              int end = close + 1;
              return ReadingStyle.of(reading)
                  .map(
                      style ->
                          new Gloss(
                              text.charAt(open - 1),
                              reading,
                              new Form(style, brackets),
                              open - 1,
                              end));
            });
  }
}
