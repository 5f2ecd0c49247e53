package io.onrecord.normalize.classify.html;

import java.util.function.LongConsumer;

/**
 * What the characters of a block look like, without reading them: length, sentences, capitals,
 * digits. One pass, which also hands on the words as {@link Words} cuts them.
 *
 * <p>Lengths are told in Latin characters: a Han, Kana or Hangul character says about as much as
 * three of them, so that one threshold fits every script.
 */
final class TextShape {
  private static final int CJK_WORTH = 3;

  final int length;
  final int words;
  final int sentences;
  final int commas;
  final float digits;
  final float capitals;
  final float cjk;
  final int symbols;
  final int quotes;
  final boolean closed;
  final boolean colon;
  final boolean question;
  final boolean lowerStart;
  final int years;

  /**
   * @param words takes every word of the text as a hash
   */
  TextShape(String text, LongConsumer words) {
    long word = Words.SEED;
    int signs = 0;
    char before = 0;
    int eq = 0;
    int letters = 0;
    int digitCount = 0;
    int upper = 0;
    int han = 0;
    int wordCount = 0;
    int sentenceCount = 0;
    int commaCount = 0;
    int symbolCount = 0;
    int quoteCount = 0;
    int run = 0;
    int yearCount = 0;
    boolean inWord = false;
    char last = ' ';
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      char c = characters[i];
      int kind = Signs.kind(c);
      boolean asian = (kind & Signs.ASIAN) != 0;
      if (!asian && (kind & Signs.WORD) != 0) {
        char folded = Signs.fold(c);
        if (folded != '0' || before != '0') {
          word = Words.mix(word, folded);
          signs++;
        }
        before = folded;
      } else {
        if (signs > 0) {
          words.accept(word);
          word = Words.SEED;
          signs = 0;
        }
        if (asian && (Signs.kind(before) & Signs.ASIAN) != 0) {
          words.accept(Words.mix(Words.mix(Words.SEED, before), c));
        }
        before = c;
      }
      if (c <= ' ') {
        inWord = false;
        yearCount += year(text, i, run) ? 1 : 0;
        run = 0;
        eq++;
        continue;
      }
      boolean digit = c >= '0' && c <= '9';
      if (!digit && run > 0) {
        yearCount += year(text, i, run) ? 1 : 0;
        run = 0;
      }
      if (digit) {
        digitCount++;
        run++;
      } else if (asian) {
        han++;
        eq += CJK_WORTH - 1;
      } else if ((kind & Signs.LETTER) != 0) {
        letters++;
        upper += (kind & Signs.UPPER) != 0 ? 1 : 0;
        if (!inWord) {
          wordCount++;
          inWord = true;
        }
      } else {
        switch (c) {
          case '.', '!', '?' -> {
            boolean end = i + 1 == text.length() || text.charAt(i + 1) <= ' ';
            sentenceCount += end || isQuote(text.charAt(i + 1)) ? 1 : 0;
          }
          case '。', '！', '？', '…', '؟', '।' -> sentenceCount++;
          case ',', '，', '、', ';', '；', '،' -> commaCount++;
          case '|', '›', '»', '•', '·', '©', '→', '/', '>', '+', '#', '@', '®', '▼', '▶', '×' ->
              symbolCount++;
          case '"', '“', '”', '「', '」', '„', '«' -> quoteCount++;
          default -> {}
        }
        if (c != '\'' && c != '’' && c != '-') {
          inWord = false;
        }
      }
      eq++;
      last = c;
    }
    if (signs > 0) {
      words.accept(word);
    }
    yearCount += year(text, text.length(), run) ? 1 : 0;
    length = eq;
    this.words = wordCount + han / 2;
    sentences = sentenceCount;
    commas = commaCount;
    int all = Math.max(1, letters + han + digitCount);
    digits = (float) digitCount / all;
    capitals = (float) upper / Math.max(1, letters);
    cjk = (float) han / all;
    symbols = symbolCount;
    quotes = quoteCount;
    char end = last;
    if (isQuote(last) || last == ')' || last == '）' || last == ']') {
      int k = text.length() - 1;
      while (k > 0 && (isQuote(text.charAt(k)) || ")）] ".indexOf(text.charAt(k)) >= 0)) {
        k--;
      }
      end = text.charAt(k);
    }
    closed = ".!?。！？…؟।".indexOf(end) >= 0;
    colon = last == ':' || last == '：';
    question = end == '?' || end == '？';
    lowerStart = !text.isEmpty() && Character.isLowerCase(text.charAt(0));
    years = yearCount;
  }

  /** Running text: long enough, with sentences, and not a list of links. */
  boolean running(float linked) {
    return length >= 80 && linked < 0.4f && (closed || sentences > 0 || commas > 1);
  }

  private static boolean year(String text, int end, int run) {
    if (run != 4) {
      return false;
    }
    char century = text.charAt(end - 3);
    char first = text.charAt(end - 4);
    return (first == '1' && century == '9') || (first == '2' && century == '0');
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '”' || c == '’' || c == '\'' || c == '」' || c == '』' || c == '»';
  }
}
