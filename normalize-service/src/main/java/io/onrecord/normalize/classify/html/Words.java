package io.onrecord.normalize.classify.html;

import java.util.function.LongConsumer;

/**
 * Cuts text into the units that cue lists and comparisons use and hands each on as a hash, so that
 * no strings are made for thousands of blocks.
 */
public final class Words {
  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final int GRAM = 8;
  private static final long BASE = 0xD6E8FEB86659FD93L;
  private static final long BASE_TO_GRAM = power(BASE, GRAM);
  private static final boolean[] ASCII_SIGN = new boolean[128];

  static {
    for (char c = 0; c < ASCII_SIGN.length; c++) {
      ASCII_SIGN[c] = Character.isLetterOrDigit(c);
    }
  }

  private Words() {}

  /** Words in lower case; Han, Kana and Hangul in pairs of neighbours. Digits count as one sign. */
  public static void words(String text, LongConsumer each) {
    long h = SEED;
    int length = 0;
    char previous = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean cjk = isCjk(c);
      if (!cjk && Character.isLetterOrDigit(c)) {
        char folded = Character.isDigit(c) ? '0' : Character.toLowerCase(c);
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
      if (cjk && isCjk(previous)) {
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
    char previous = ' ';
    for (int i = 0; i <= names.length(); i++) {
      char c = i < names.length() ? names.charAt(i) : ' ';
      boolean letter = Character.isLetter(c);
      boolean hump = letter && Character.isUpperCase(c) && Character.isLowerCase(previous);
      if (partLength > 0 && (!letter || hump)) {
        if (partLength > 1) {
          each.accept(part);
        }
        parts++;
        part = SEED;
        partLength = 0;
      }
      if (letter) {
        char lower = Character.toLowerCase(c);
        part = mix(part, lower);
        whole = mix(whole, lower);
        partLength++;
      } else if (c <= ' ') {
        if (parts > 1) {
          each.accept(whole);
        }
        whole = SEED ^ 1;
        parts = 0;
      } else if (!Character.isDigit(c)) {
        whole = mix(whole, '-');
      }
      previous = c;
    }
  }

  /** Every run of eight letters and digits in lower case, whatever stands between them. */
  static void grams(String text, LongConsumer each) {
    char[] ring = new char[GRAM];
    int seen = 0;
    long rolling = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128 ? ASCII_SIGN[c] : Character.isLetterOrDigit(c)) {
        char folded = Character.toLowerCase(c);
        int at = seen++ & GRAM - 1;
        rolling = rolling * BASE + folded - ring[at] * BASE_TO_GRAM;
        ring[at] = folded;
        if (seen >= GRAM) {
          each.accept(rolling * SEED);
        }
      }
    }
  }

  private static long power(long base, int exponent) {
    long result = 1;
    for (int i = 0; i < exponent; i++) {
      result *= base;
    }
    return result;
  }

  private static boolean isCjk(char c) {
    return c >= 0x3040 && (c <= 0x9FFF || (c >= 0xAC00 && c <= 0xD7AF));
  }

  private static long mix(long h, char c) {
    long x = (h ^ c) * 0xD6E8FEB86659FD93L;
    return x ^ x >>> 32;
  }
}
