package io.onrecord.normalize.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where the sentences of a paragraph begin and end, in English, Chinese and a mixture of both. The
 * pieces cover the paragraph: white space after a sentence belongs to it.
 */
public final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "etc", "e.g", "i.e", "no", "inc",
          "ltd", "co", "corp", "gen", "sen", "rep", "gov", "fig", "vol", "approx", "dept", "est",
          "a.m", "p.m", "u.s", "u.k", "ph.d");
  private static final String CLOSERS = "\"'\u201D\u2019\u300D\u300F)\uFF09]\u3011\u300B*_";

  private Sentences() {}

  /** A sentence: from (inclusive) to (exclusive) in its paragraph. */
  public record Span(int from, int to) {
    /** The sentence in its paragraph. */
    public String of(String paragraph) {
      return paragraph.substring(from, to);
    }
  }

  /** The sentences, in order, without gaps. */
  public static List<Span> of(String paragraph) {
    List<Span> spans = new ArrayList<>();
    int from = 0;
    int i = 0;
    int length = paragraph.length();
    while (i < length) {
      char c = paragraph.charAt(i);
      if (!ends(paragraph, i, c)) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < length && (isStop(paragraph.charAt(end)) || closes(paragraph, end, from))) {
        end++;
      }
      while (end < length && Character.isWhitespace(paragraph.charAt(end))
          || end < length && paragraph.charAt(end) == '\u00A0') {
        end++;
      }
      spans.add(new Span(from, end));
      from = end;
      i = end;
    }
    if (from < length) {
      spans.add(new Span(from, length));
    }
    return spans;
  }

  private static boolean ends(String text, int at, char c) {
    if (c == '\n' || c == '\u3002' || c == '\uFF01' || c == '\uFF1F') {
      return true;
    }
    if (c == '!' || c == '?' || c == '\u2026') {
      return boundaryFollows(text, at + 1, c == '\u2026');
    }
    return c == '.' && boundaryFollows(text, at + 1, false) && !isAbbreviation(text, at);
  }

  private static boolean boundaryFollows(String text, int at, boolean ellipsis) {
    int i = at;
    while (i < text.length() && (isStop(text.charAt(i)) || CLOSERS.indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    if (i >= text.length()) {
      return true;
    }
    char next = text.charAt(i);
    if (Fold.ideographic(next)) {
      return !ellipsis || i > at + 1;
    }
    if (!Character.isWhitespace(next) && next != '\u00A0') {
      return false;
    }
    while (i < text.length()
        && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == 0xA0)) {
      i++;
    }
    // "approx. 300 people", "etc. and": a sentence does not begin in lower case. Speech recognition
    // does begin them so after questions, hence only for the full stop.
    return i >= text.length()
        || !Character.isLowerCase(text.charAt(i))
        || text.charAt(at - 1) != '.' && !ellipsis;
  }

  private static boolean isAbbreviation(String text, int dot) {
    int from = dot;
    while (from > 0
        && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
      from--;
    }
    if (from < dot && Fold.ideographic(text.charAt(dot - 1))) {
      return false;
    }
    String word = text.substring(from, dot);
    boolean initial =
        word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
    return initial || word.length() <= 6 && ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isStop(char c) {
    return c == '.'
        || c == '!'
        || c == '?'
        || c == '\u3002'
        || c == '\uFF01'
        || c == '\uFF1F'
        || c == '\u2026';
  }

  /** A quote or bracket after the stop closes the sentence unless it opens the next one. */
  private static boolean closes(String text, int at, int from) {
    char c = text.charAt(at);
    if (CLOSERS.indexOf(c) < 0) {
      return false;
    }
    if (c != '"' && c != '\'' && c != '*' && c != '_') {
      return true;
    }
    int before = 0;
    for (int i = from; i < at; i++) {
      if (text.charAt(i) == c) {
        before++;
      }
    }
    return before % 2 == 1;
  }
}
