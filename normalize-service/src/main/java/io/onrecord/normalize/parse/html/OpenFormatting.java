package io.onrecord.normalize.parse.html;

import java.util.Arrays;

/**
 * Formatting that is never closed. The standard has a parser open it again in every paragraph that
 * follows, so that a page of {@code <p><font size=1>} becomes a tree that grows with the square of
 * the page: ten megabytes of it do not fit into any memory. On a page where that would come to more
 * elements than a sane page has, formatting is left out of what the parser reads; no text is.
 *
 * <p>{@code <p><b>One<p><b>Two …} a hundred thousand times: read as {@code <p>One<p>Two …}.
 */
final class OpenFormatting {
  private static final int MOST_OPENED_AGAIN = 200_000;

  /** The parser opens at most so many of the same again (the standard's "Noah's Ark"). */
  private static final int ALIKE = 3;

  /** Names of up to seven letters as numbers, a byte a letter, sorted; {@code a} closes itself. */
  private static final long[] FORMATTING =
      names("b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u");

  /** What is open in a cell ends with it. */
  private static final long[] CELLS = names("caption", "td", "th");

  /** For each letter a bit: whether one of the names above begins with it. */
  private static final int BEGINNINGS = beginnings();

  private final String html;
  private final int[] open = new int[FORMATTING.length];
  private int allOpen;
  private long openedAgain;

  private OpenFormatting(String html) {
    this.html = html;
  }

  /** The page itself, or the page without formatting where that would multiply. */
  static String bounded(String html) {
    return new OpenFormatting(html).multiplies() ? without(html) : html;
  }

  private boolean multiplies() {
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      boolean end = at + 1 < html.length() && html.charAt(at + 1) == '/';
      int from = end ? at + 2 : at + 1;
      boolean matters = allOpen > 0 || !end && from < html.length() && begins(html.charAt(from));
      if (matters && from < html.length() && isLetter(html.charAt(from))) {
        tag(from, end);
        if (openedAgain > MOST_OPENED_AGAIN) {
          return true;
        }
      }
    }
    return false;
  }

  private void tag(int from, boolean end) {
    long name = name(html, from);
    int formatting = name == 0 ? -1 : Arrays.binarySearch(FORMATTING, name);
    if (formatting >= 0 && end) {
      allOpen -= open[formatting] > 0 ? 1 : 0;
      open[formatting] = Math.max(0, open[formatting] - 1);
    } else if (formatting >= 0) {
      boolean plain = html.charAt(Math.min(html.length() - 1, from + letters(name))) == '>';
      if (!plain || open[formatting] < ALIKE) {
        open[formatting]++;
        allOpen++;
      }
    } else if (allOpen > 0) {
      if (name != 0 && Arrays.binarySearch(CELLS, name) >= 0) {
        Arrays.fill(open, 0);
        allOpen = 0;
      }
      openedAgain += end ? 0 : allOpen;
    }
  }

  private static String without(String html) {
    StringBuilder kept = new StringBuilder(html.length());
    int done = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      int from = html.startsWith("</", at) ? at + 2 : at + 1;
      long name = from < html.length() ? name(html, from) : 0;
      int close = name == 0 || at < done ? -1 : html.indexOf('>', from);
      if (close >= 0 && Arrays.binarySearch(FORMATTING, name) >= 0) {
        kept.append(html, done, at);
        done = close + 1;
      }
    }
    return kept.append(html, done, html.length()).toString();
  }

  /** The name that begins there, as a number; 0 for one that is none of ours. */
  private static long name(String html, int from) {
    if (!begins(html.charAt(from))) {
      return 0;
    }
    long name = 0;
    int i = from;
    for (; i < html.length() && isLetter(html.charAt(i)); i++) {
      if (i - from == Long.BYTES - 1) {
        return 0;
      }
      name = name << Byte.SIZE | html.charAt(i) | 0x20;
    }
    boolean ends = i == html.length() || "> \t\n\f\r/".indexOf(html.charAt(i)) >= 0;
    return ends ? name : 0;
  }

  private static boolean begins(char first) {
    return (BEGINNINGS & 1 << (first & 31)) != 0;
  }

  private static int letters(long name) {
    return Long.BYTES - Long.numberOfLeadingZeros(name) / Byte.SIZE;
  }

  private static boolean isLetter(char c) {
    int lower = c | 0x20;
    return lower >= 'a' && lower <= 'z';
  }

  private static long[] names(String... names) {
    return Arrays.stream(names).mapToLong(name -> packed(name)).sorted().toArray();
  }

  private static long packed(String name) {
    long packed = 0;
    for (int i = 0; i < name.length(); i++) {
      packed = packed << Byte.SIZE | name.charAt(i);
    }
    return packed;
  }

  private static int beginnings() {
    int bits = 0;
    for (long[] names : new long[][] {FORMATTING, CELLS}) {
      for (long name : names) {
        long first = name >>> (letters(name) - 1) * Byte.SIZE;
        bits |= 1 << (first & 31);
      }
    }
    return bits;
  }
}
