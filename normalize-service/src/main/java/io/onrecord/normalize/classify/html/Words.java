package io.onrecord.normalize.classify.html;

import java.util.function.LongConsumer;

/**
 * Cuts text into the units that cue lists and comparisons use and hands each on as a hash, so that
 * no strings are made for thousands of blocks.
 */
public final class Words {
  static final long SEED = 0x9E3779B97F4A7C15L;

  private Words() {}

  /** Words in lower case; Han, Kana and Hangul in pairs of neighbours. Digits count as one sign. */
  public static void words(String text, LongConsumer each) {
    long h = SEED;
    int length = 0;
    char previous = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      int kind = Signs.kind(c);
      boolean asian = (kind & Signs.ASIAN) != 0;
      if (!asian && (kind & Signs.WORD) != 0) {
        char folded = Signs.fold(c);
        if (folded != '0' || previous != '0') {
          h = mix(h, folded);
          length++;
        }
        previous = folded;
        continue;
      }
      if (length > 0) {
        each.accept(h);
        h = SEED;
        length = 0;
      }
      if (asian && (Signs.kind(previous) & Signs.ASIAN) != 0) {
        each.accept(mix(mix(SEED, previous), c));
      }
      previous = c;
    }
  }

  /**
   * Parts of class names and ids in lower case, without digits: {@code post-body_2 mainCol} gives
   * {@code post}, {@code body}, {@code main}, {@code col}, and the whole names.
   */
  public static void names(String names, LongConsumer each) {
    long part = SEED;
    long whole = SEED ^ 1;
    int partLength = 0;
    int parts = 0;
    int before = 0;
    for (int i = 0; i <= names.length(); i++) {
      char c = i < names.length() ? names.charAt(i) : ' ';
      int kind = Signs.kind(c);
      boolean letter = (kind & Signs.LETTER) != 0;
      boolean hump = (kind & Signs.UPPER) != 0 && (before & Signs.LOWER) != 0;
      if (partLength > 0 && (!letter || hump)) {
        if (partLength > 1) {
          each.accept(part);
        }
        parts++;
        part = SEED;
        partLength = 0;
      }
      if (letter) {
        char lower = Signs.fold(c);
        part = mix(part, lower);
        whole = mix(whole, lower);
        partLength++;
      } else if (c <= ' ') {
        if (parts > 1) {
          each.accept(whole);
        }
        whole = SEED ^ 1;
        parts = 0;
      } else if ((kind & Signs.DIGIT) == 0) {
        whole = mix(whole, '-');
      }
      before = kind;
    }
  }

  static long mix(long h, char c) {
    long x = (h ^ c) * 0xD6E8FEB86659FD93L;
    return x ^ x >>> 32;
  }
}
