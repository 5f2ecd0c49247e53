package io.onrecord.normalize.classify.html;

/**
 * What the characters of a block look like, without reading them: length, sentences, capitals,
 * digits. One pass.
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

  TextShape(String text) {
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
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
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
      } else if (c >= 0x3040 && (c <= 0x9FFF || (c >= 0xAC00 && c <= 0xD7AF))) {
        han++;
        eq += CJK_WORTH - 1;
      } else if (c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c)) {
        letters++;
        if (c < 128 ? c <= 'Z' : Character.isUpperCase(c)) {
          upper++;
        }
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
    yearCount += year(text, text.length(), run) ? 1 : 0;
    length = eq;
    words = wordCount + han / 2;
    sentences = sentenceCount;
    commas = commaCount;
    int signs = Math.max(1, letters + han + digitCount);
    digits = (float) digitCount / signs;
    capitals = (float) upper / Math.max(1, letters);
    cjk = (float) han / signs;
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
