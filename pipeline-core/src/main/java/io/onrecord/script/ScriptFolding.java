package io.onrecord.script;

/**
 * Makes traditional and simplified Chinese meet: every character becomes the one representative of
 * all forms of it, {@code 後} and {@code 后}, {@code 乾}, {@code 幹} and {@code 干}, {@code 著} and
 * {@code 着}.
 *
 * <p>For search and comparison only. A conversion has to pick one of several characters by context
 * and sometimes picks wrong; a folding merges them all, which costs a little precision and never a
 * match. The result is not text that anybody should read.
 *
 * <p>One code point becomes one code point, so a text without supplementary characters keeps its
 * length and every offset in it. Idempotent, thread-safe, the same on every machine. Everything
 * that is not a Chinese character with another form stays as it is.
 */
public final class ScriptFolding {
  private ScriptFolding() {}

  /** Loaded at first use; some tens of milliseconds in a cold JVM. */
  private static final class Loaded {
    static final Variants VARIANTS = Variants.load();
  }

  /** The representative of this code point. */
  public static int fold(int codePoint) {
    return codePoint < Variants.FIRST ? codePoint : Loaded.VARIANTS.representative(codePoint);
  }

  /** The text with every code point folded; the same instance if nothing changes. */
  public static String fold(String text) {
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      if (fold(codePoint) != codePoint) {
        return foldFrom(text, i);
      }
      i += Character.charCount(codePoint);
    }
    return text;
  }

  private static String foldFrom(String text, int start) {
    StringBuilder folded = new StringBuilder(text.length()).append(text, 0, start);
    for (int i = start; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      folded.appendCodePoint(fold(codePoint));
      i += Character.charCount(codePoint);
    }
    return folded.toString();
  }
}
