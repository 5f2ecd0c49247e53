package io.onrecord.normalize.repair.gloss;

/**
 * Which sign a decoder most likely swallowed together with a stray lead byte, where the text around
 * tells: {@code ?/span>} has lost its {@code <}, and a line with one quotation mark too few has
 * lost that one.
 */
final class LostSign {
  private static final int LONGEST_TAG = 12;
  private static final String IN_PAIRS = "'\"";

  private LostSign() {}

  /** The sign that is missing before index {@code next}; 0 if nothing tells. */
  static char before(String text, int next) {
    return closesTag(text, next) ? '<' : unpaired(text, next);
  }

  private static boolean closesTag(String text, int slash) {
    int i = slash + 1;
    while (i < Math.min(text.length(), slash + LONGEST_TAG) && isLatin(text.charAt(i))) {
      i++;
    }
    return i > slash + 1 && i < text.length() && text.charAt(slash) == '/' && text.charAt(i) == '>';
  }

  private static boolean isLatin(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Looks no further than the line on either side, and not far on it. */
  private static char unpaired(String text, int next) {
    int from = Math.max(text.lastIndexOf('\n', next - 1) + 1, next - 400);
    int to = Math.min(text.length(), next + 400);
    for (int k = 0; k < IN_PAIRS.length(); k++) {
      int marks = 0;
      for (int i = from; i < to && text.charAt(i) != '\n'; i++) {
        marks += text.charAt(i) == IN_PAIRS.charAt(k) ? 1 : 0;
      }
      if (marks % 2 == 1) {
        return IN_PAIRS.charAt(k);
      }
    }
    return 0;
  }
}
