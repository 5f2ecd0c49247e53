package io.onrecord.script;

import java.util.BitSet;

/**
 * Which of the two Chinese scripts a character belongs to, where it belongs to one only: {@code 這}
 * is traditional, {@code 这} simplified, {@code 人}, {@code 后} and {@code 著} are written in both.
 *
 * <p>Taken from OpenCC's character tables: a character is traditional if it always becomes another
 * one in simplified text, and simplified if it always becomes another one in traditional text.
 * Thread-safe.
 */
public enum ChineseScript {
  /** In simplified text only. */
  SIMPLIFIED,
  /** In traditional text only. */
  TRADITIONAL,
  /** In both, or not Chinese at all. */
  EITHER;

  /** The script that this character gives away. */
  public static ChineseScript of(int codePoint) {
    if (codePoint < Variants.FIRST) {
      return EITHER;
    }
    if (Loaded.TRADITIONAL_ONLY.get(codePoint)) {
      return TRADITIONAL;
    }
    return Loaded.SIMPLIFIED_ONLY.get(codePoint) ? SIMPLIFIED : EITHER;
  }

  private static final class Loaded {
    static final BitSet TRADITIONAL_ONLY = new BitSet();
    static final BitSet SIMPLIFIED_ONLY = new BitSet();

    static {
      BitSet inSimplified = new BitSet();
      BitSet inTraditional = new BitSet();
      sort(Tables.opencc("TSCharacters.txt"), TRADITIONAL_ONLY, inSimplified);
      sort(Tables.opencc("STCharacters.txt"), SIMPLIFIED_ONLY, inTraditional);
      // Taiwan's and Hong Kong's forms of traditional characters, such as 裡 for 裏 and 着 for 著.
      sort(Tables.opencc("TWVariants.txt"), new BitSet(), inTraditional);
      sort(Tables.opencc("HKVariants.txt"), new BitSet(), inTraditional);
      TRADITIONAL_ONLY.andNot(inSimplified);
      SIMPLIFIED_ONLY.andNot(inTraditional);
    }

    /** Puts what a table maps from and what it maps to into two sets. */
    private static void sort(String table, BitSet from, BitSet to) {
      boolean first = true;
      for (int i = 0; i < table.length(); ) {
        int codePoint = table.codePointAt(i);
        i += Character.charCount(codePoint);
        if (codePoint == '\n') {
          first = true;
        } else if (codePoint >= Variants.FIRST) {
          (first ? from : to).set(codePoint);
          first = false;
        }
      }
    }
  }
}
