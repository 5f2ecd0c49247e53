package io.onrecord.normalize.repair.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Emphasis that a converter closed and opened again in the middle of a phrase, or of a word,
 * because the page had two bold elements side by side.
 *
 * <p>Before: {@code **4****05B**}, {@code **开源 vs.****闭源**}. After: {@code **405B**}, {@code **开源
 * vs.闭源**}.
 */
final class SplitEmphasis {
  private static final Pattern CLOSED_AND_OPENED = Pattern.compile("(?<=[^*\\s])\\*{4}(?=[^*\\s])");
  private static final Pattern EMPTY = Pattern.compile("(?<!\\*)\\*{4}(?!\\*)");

  private SplitEmphasis() {}

  /** The text with such emphasis in one piece. */
  static String whole(String text) {
    if (!text.contains("****") || marks(text) % 2 != 0) {
      return text;
    }
    String one = CLOSED_AND_OPENED.matcher(text).replaceAll("");
    return EMPTY.matcher(one).find() && !one.strip().startsWith("****")
        ? EMPTY.matcher(one).replaceAll("")
        : one;
  }

  private static int marks(String text) {
    int count = 0;
    Matcher runs = Pattern.compile("\\*\\*").matcher(text);
    while (runs.find()) {
      count++;
    }
    return count;
  }
}
