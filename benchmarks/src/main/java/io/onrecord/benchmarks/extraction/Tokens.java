package io.onrecord.benchmarks.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the metrics cut text into tokens: the same cuts as the published scorers. */
final class Tokens {
  private Tokens() {}

  /** Runs of letters, digits and underscores. */
  static List<String> words(String text) {
    return cut(text, false);
  }

  /** The same, but every Han, Kana and Hangul character is a token of its own. */
  static List<String> characters(String text) {
    return cut(text, true);
  }

  /** Words in lower case with their counts. */
  static Map<String, Integer> bag(String text) {
    Map<String, Integer> bag = new HashMap<>();
    words(text.toLowerCase(Locale.ROOT)).forEach(word -> bag.merge(word, 1, Integer::sum));
    return bag;
  }

  /** Runs of four tokens with their counts; one shorter run for a shorter text. */
  static Map<String, Integer> shingles(List<String> tokens) {
    Map<String, Integer> grams = new HashMap<>();
    int n = Math.max(1, tokens.size() - 3);
    for (int i = 0; i < n; i++) {
      List<String> gram = tokens.subList(i, Math.min(i + 4, tokens.size()));
      if (!gram.isEmpty()) {
        grams.merge(String.join("\u0001", gram), 1, Integer::sum);
      }
    }
    return grams;
  }

  private static List<String> cut(String text, boolean singles) {
    List<String> tokens = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean single = singles && isCjk(c);
      if (start >= 0 && (single || !isWord(c))) {
        tokens.add(text.substring(start, i));
        start = -1;
      }
      if (single) {
        tokens.add(text.substring(i, next));
      } else if (start < 0 && isWord(c)) {
        start = i;
      }
      i = next;
    }
    if (start >= 0) {
      tokens.add(text.substring(start));
    }
    return tokens;
  }

  private static boolean isWord(int c) {
    int type = Character.getType(c);
    return c == '_'
        || Character.isLetterOrDigit(c)
        || type == Character.OTHER_NUMBER
        || type == Character.LETTER_NUMBER;
  }

  private static boolean isCjk(int c) {
    return (c >= 0x3040 && c <= 0x30FF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xAC00 && c <= 0xD7AF);
  }
}
