package io.onrecord.index.analysis;

import io.onrecord.script.ScriptFolding;
import java.text.Normalizer;

/**
 * Walks a text as the code points that search compares, each with the place that it came from.
 *
 * <p>Folded away: letter case, width ({@code Ａ} is {@code a}, {@code ㎏} is {@code kg}), accents on
 * letters ({@code é} is {@code e}), the Chinese script ({@code 後} is {@code 后}), and characters
 * that nobody sees (soft hyphens, zero-width spaces). Offsets always point into the original text,
 * so a highlight covers what is printed there. Linear, one pass, no copy of the text.
 */
final class FoldedText {
  private static final int FIRST_ACCENT = 0x300;
  private static final int LAST_ACCENT = 0x36F;

  private final String text;
  private int next;

  private String pending = "";
  private int pendingAt;

  private int codePoint;
  private int start;
  private int end;
  private boolean upperCase;

  FoldedText(String text) {
    this.text = text;
  }

  /** Moves to the next code point; false at the end. */
  boolean advance() {
    while (pendingAt >= pending.length()) {
      if (next >= text.length()) {
        return false;
      }
      readUnit();
    }
    int original = pending.codePointAt(pendingAt);
    pendingAt += Character.charCount(original);
    upperCase = Character.isUpperCase(original);
    codePoint = ScriptFolding.fold(Character.toLowerCase(original));
    return true;
  }

  int codePoint() {
    return codePoint;
  }

  /** Where its original starts, in UTF-16 units. */
  int start() {
    return start;
  }

  /** Where its original ends, in UTF-16 units. */
  int end() {
    return end;
  }

  boolean upperCase() {
    return upperCase;
  }

  /** Reads one character with its accents and voicing marks, which may fold to none or several. */
  private void readUnit() {
    start = next;
    int first = text.codePointAt(next);
    next += Character.charCount(first);
    while (next < text.length() && continuesCharacter(text.codePointAt(next))) {
      next += Character.charCount(text.codePointAt(next));
    }
    end = next;
    pendingAt = 0;
    pending = isPlain(first, end - start) ? Character.toString(first) : fold(start, end);
  }

  private static boolean isPlain(int first, int length) {
    return length == 1 && (first < 0x80 || first >= 0x4E00 && first <= 0x9FFF);
  }

  private String fold(int from, int to) {
    String decomposed = Normalizer.normalize(text.substring(from, to), Normalizer.Form.NFKD);
    StringBuilder kept = new StringBuilder(decomposed.length());
    decomposed.codePoints().filter(FoldedText::isSeen).forEach(kept::appendCodePoint);
    return Normalizer.normalize(kept, Normalizer.Form.NFKC);
  }

  private static boolean isSeen(int point) {
    boolean accent = point >= FIRST_ACCENT && point <= LAST_ACCENT;
    return !accent && Character.getType(point) != Character.FORMAT;
  }

  private static boolean continuesCharacter(int point) {
    boolean halfWidthVoicing = point == 0xFF9E || point == 0xFF9F;
    return halfWidthVoicing || Character.getType(point) == Character.NON_SPACING_MARK;
  }
}
