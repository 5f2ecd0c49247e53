package io.onrecord.normalize.repair.gloss;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Those stretches of a damaged page that can be trusted, for learning how it writes. */
final class PageText {
  private PageText() {}

  /**
   * The stretches without glosses. From a question mark to the next ASCII sign the bytes may be
   * shifted; that much is left out. The question mark itself may well be one.
   */
  static List<String> soundParts(Collection<String> texts, GlossTable table) {
    List<String> parts = new ArrayList<>();
    for (String text : texts) {
      text.lines().forEach(line -> addSoundParts(line, table, parts));
    }
    return parts.stream().map(PageText::soundStart).toList();
  }

  /**
   * What stands before the first character that prose has no use for: there the bytes are shifted.
   */
  static String soundStart(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Rank.isStrange(text.charAt(i))) {
        return text.substring(0, Math.max(0, i - 2));
      }
    }
    return text;
  }

  private static void addSoundParts(String line, GlossTable table, List<String> parts) {
    StringBuilder part = new StringBuilder();
    boolean trusted = true;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '?' || c == '\uFFFD') {
        int behind = behindReading(line, i + 1, table.form().brackets());
        if (trusted && behind == i + 1 && !line.startsWith("?", i + 1)) {
          part.append(c);
        }
        parts.add(part.toString());
        part.setLength(0);
        trusted = !trusted && line.charAt(i - 1) != c;
        i = trusted ? i : behind - 1;
      } else if (trusted || c < 0x80) {
        trusted = true;
        part.append(c);
        String gloss = table.gloss(c).orElse("");
        if (line.startsWith(gloss, i + 1)) {
          i += gloss.length();
        }
        if (c == table.form().brackets().close && dropReading(part, table.form())) {
          parts.add(part.toString());
          part.setLength(0);
          trusted = false;
        }
      }
    }
    parts.add(part.toString());
  }

  /**
   * Drops a reading that no gloss of the table explains, and where it was put: its bracket is out
   * of step, and so is what follows.
   */
  private static boolean dropReading(StringBuilder part, Gloss.Form form) {
    int close = part.length() - 1;
    for (int start = close - 1; start > 0 && start >= close - ReadingStyle.MAX_LENGTH; start--) {
      boolean reads =
          ReadingStyle.of(part.substring(start, close)).filter(form.style()::equals).isPresent();
      if (reads
          && !isLetter(part.charAt(start - 1))
          && part.charAt(start - 1) != form.brackets().open) {
        part.setLength(Math.max(0, start - 3));
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(char c) {
    return c < 0x80 && Character.isLetter(c);
  }

  /** Where a reading with a bracket behind it, and maybe one before, ends; {@code from} if none. */
  static int behindReading(String line, int from, Brackets brackets) {
    int start = from < line.length() && line.charAt(from) == brackets.open ? from + 1 : from;
    int limit = Math.min(line.length(), start + ReadingStyle.MAX_LENGTH + 1);
    for (int i = start; i < limit; i++) {
      if (line.charAt(i) == brackets.close) {
        return ReadingStyle.of(line.substring(start, i)).isPresent() ? i + 1 : from;
      }
    }
    return from;
  }
}
