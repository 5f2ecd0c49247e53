package io.onrecord.normalize.repair.gloss;

import java.util.List;
import java.util.Optional;

/** The short way for a text in which every gloss stands behind its whole character. */
final class PlainGlosses {
  private PlainGlosses() {}

  /** The text without its glosses; empty if one remains that the table does not explain. */
  static Optional<Reading> without(String text, GlossTable table) {
    StringBuilder out = new StringBuilder(text.length());
    int glosses = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c);
      String gloss = table.gloss(c).orElse("");
      if (!gloss.isEmpty()) {
        if (!text.startsWith(gloss, i + 1)) {
          return Optional.empty();
        }
        i += gloss.length();
        glosses++;
      }
    }
    String plain = out.toString();
    boolean explained = Gloss.in(plain).stream().noneMatch(g -> g.form().equals(table.form()));
    return explained
        ? Optional.of(new Reading(plain, 0, glosses, List.of(), List.of(), List.of(), 0))
        : Optional.empty();
  }
}
