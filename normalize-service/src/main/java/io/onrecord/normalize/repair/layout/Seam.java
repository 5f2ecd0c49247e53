package io.onrecord.normalize.repair.layout;

import io.onrecord.normalize.repair.layout.Wrap.Break;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What stands between the two halves of a wrapped line: nothing between Chinese characters, a space
 * between words, and between the two the page's own habit.
 *
 * <p>Before: {@code 已经建立了由 22000 块 GPU⏎和 24000 块}. After: {@code 已经建立了由 22000 块 GPU 和 24000 块}.
 */
final class Seam {
  private static final char SOFT_HYPHEN = '\u00AD';

  private final Wrap wrap;
  private final boolean spaced;
  private final Set<String> words = new HashSet<>();

  Seam(Wrap wrap, List<String> lines) {
    this.wrap = wrap;
    int with = 0;
    int without = 0;
    for (String line : lines) {
      for (int i = 1; i < line.length(); i++) {
        char before = line.charAt(i - 1);
        char c = line.charAt(i);
        if (meets(before, c)) {
          without++;
        } else if (c == ' ' && i + 1 < line.length() && meets(before, line.charAt(i + 1))) {
          with++;
        }
      }
      if (wrap.rule() != Break.ANYWHERE) {
        for (String word : line.split("[^\\p{L}]+")) {
          words.add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
    this.spaced = with >= without && with > 0;
  }

  private static boolean meets(char a, char b) {
    return isHan(a) && isLatin(b) || isLatin(a) && isHan(b);
  }

  private static boolean isHan(char c) {
    return Character.isIdeographic(c);
  }

  private static boolean isLatin(char c) {
    return c < 0x250 && Character.isLetterOrDigit(c);
  }

  /** Adds a line to what was put together of those before it. */
  void append(StringBuilder text, String line) {
    if (wrap.rule() == Break.ANYWHERE) {
      text.append(line);
      return;
    }
    while (!text.isEmpty() && Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.setLength(text.length() - 1);
    }
    String right = line.strip();
    if (!text.isEmpty() && !right.isEmpty()) {
      close(text, right);
    }
    text.append(right);
  }

  /** Makes the end of the text ready for what follows. */
  private void close(StringBuilder text, String right) {
    int end = text.length() - 1;
    char last = text.charAt(end);
    if (last == SOFT_HYPHEN || last == '-' && partsAWord(text, right)) {
      text.setLength(end);
    } else if (last != '-' || end == 0 || !Character.isLetterOrDigit(text.charAt(end - 1))) {
      text.append(between(text, right));
    }
  }

  private String between(StringBuilder left, String right) {
    int end = left.length();
    while (end > 0 && left.charAt(end - 1) == '*') {
      end--;
    }
    int start = 0;
    while (start < right.length() && right.charAt(start) == '*') {
      start++;
    }
    if (end == 0 || start == right.length()) {
      return "";
    }
    int last = Character.codePointBefore(left, end);
    int first = right.codePointAt(start);
    boolean wideLeft = Wide.isOrPunctuation(last);
    boolean wideRight = Wide.isOrPunctuation(first);
    if (!wideLeft && !wideRight) {
      return " ";
    }
    boolean sign = !Character.isIdeographic(wideLeft ? last : first);
    return wideLeft && wideRight || sign || !spaced ? "" : " ";
  }

  /** Whether the hyphen parts a word that the page also writes without it. */
  private boolean partsAWord(StringBuilder text, String right) {
    int from = text.length() - 1;
    while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    int to = 0;
    while (to < right.length() && Character.isLetter(right.charAt(to))) {
      to++;
    }
    String whole = text.substring(from, text.length() - 1) + right.substring(0, to);
    return from < text.length() - 1 && words.contains(whole.toLowerCase(Locale.ROOT));
  }
}
