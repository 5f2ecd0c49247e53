package io.onrecord.normalize.decode.statistics;

import io.onrecord.normalize.decode.charset.ResourceLines;
import java.util.ArrayList;
import java.util.List;

/**
 * What it costs that one letter follows another in a language, in eighths of a nat.
 *
 * <p>Class 0 is everything that is no letter, 1 to n are the letters, then come letters of no use
 * in the language and, where it is not written in Latin letters, those of ASCII.
 */
final class LanguageModel {
  private static final int TO_FOREIGN = 100;
  private static final int FROM_FOREIGN = 24;
  private static final int TO_LATIN = 84;
  private static final int WITHIN_LATIN = 22;

  private final String language;
  private final String letters;
  private final int[] costs;
  private final int classes;
  private final boolean latin;
  private final int[] asciiClasses = new int[27];

  private LanguageModel(String language, String letters, List<String> rows) {
    this.language = language;
    this.letters = letters;
    this.latin = letters.indexOf('a') >= 0;
    this.classes = letters.length() + 3;
    this.costs = new int[classes * classes];
    for (int from = 0; from < classes; from++) {
      for (int to = 0; to < classes; to++) {
        boolean trained = from <= letters.length() && to <= letters.length();
        costs[from * classes + to] =
            trained ? rows.get(from).charAt(to + 1) - '!' : untrained(from, to);
      }
    }
    costs[0] = 0;
    for (int c = 1; c < asciiClasses.length; c++) {
      asciiClasses[c] = classOf((char) ('a' + c - 1));
    }
  }

  /** Every language of {@code languages.txt}. */
  static List<LanguageModel> all() {
    List<LanguageModel> models = new ArrayList<>();
    List<String> lines = ResourceLines.of("languages.txt");
    int at = 0;
    while (at < lines.size()) {
      String[] head = lines.get(at).split(" ", 3);
      int rows = head[2].length() + 1;
      models.add(new LanguageModel(head[1], head[2], lines.subList(at + 1, at + 1 + rows)));
      at += 1 + rows;
    }
    return models;
  }

  private int untrained(int from, int to) {
    int foreign = letters.length() + 1;
    if (to == foreign) {
      return TO_FOREIGN;
    }
    if (from == foreign) {
      return FROM_FOREIGN;
    }
    if (from > foreign) {
      return to > foreign ? WITHIN_LATIN : to == 0 ? 8 : TO_LATIN;
    }
    return from == 0 ? WITHIN_LATIN : TO_LATIN;
  }

  String language() {
    return language;
  }

  /** How many classes of characters there are. */
  int classes() {
    return classes;
  }

  int cost(int from, int to) {
    return costs[from * classes + to];
  }

  /** The classes of no letter and of a to z. */
  int[] asciiClasses() {
    return asciiClasses;
  }

  /** The class of a character. */
  int classOf(char c) {
    char lower = Character.toLowerCase(c);
    int letter = letters.indexOf(lower);
    if (letter >= 0) {
      return letter + 1;
    }
    if (!isLetter(c)) {
      return 0;
    }
    return c < 0x80 && !latin ? letters.length() + 2 : letters.length() + 1;
  }

  /** Whether the language is written in Latin letters. */
  boolean isLatin() {
    return latin;
  }

  /** The share of the language's own letters that an encoding has. */
  double coverage(char[] characters) {
    String available = new String(characters);
    return (double) letters.chars().filter(c -> available.indexOf(c) >= 0).count()
        / letters.length();
  }

  static boolean isLetter(char c) {
    return c != 'ª'
        && c != 'º'
        && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK);
  }
}
