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
        trusted = !trusted;
        i = trusted ? i : behind - 1;
      } else if (trusted || c < 0x80) {
        trusted = true;
        part.append(c);
        String gloss = table.gloss(c).orElse("");
        if (line.startsWith(gloss, i + 1)) {
          i += gloss.length();
        }
      }
    }
    parts.add(part.toString());
  }

  private static int behindReading(String line, int from, Brackets brackets) {
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
