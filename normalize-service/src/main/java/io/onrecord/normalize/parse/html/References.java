package io.onrecord.normalize.parse.html;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Resolves character references. The handful that nearly all are is resolved here, any other by the
 * full parser, which knows two thousand names and the rules for those without a semicolon.
 */
final class References {
  private static final int LONGEST = 8;

  private References() {}

  /** The text that is written there. */
  static String resolve(char[] page, int from, int to, boolean inAttribute) {
    int at = from;
    while (at < to && page[at] != '&') {
      at++;
    }
    if (at == to) {
      return new String(page, from, to - from);
    }
    String usual = usual(page, from, at, to);
    return usual != null
        ? usual
        : Parser.unescapeEntities(new String(page, from, to - from), inAttribute);
  }

  private static @Nullable String usual(char[] page, int from, int first, int to) {
    StringBuilder text = new StringBuilder(to - from).append(page, from, first - from);
    int i = first;
    while (i < to) {
      int end = i;
      while (end < to && page[end] != '&') {
        end++;
      }
      text.append(page, i, end - i);
      i = end;
      if (i == to) {
        break;
      }
      int semicolon = i + 1;
      while (semicolon < to && semicolon - i <= LONGEST && page[semicolon] != ';') {
        semicolon++;
      }
      if (semicolon == to || page[semicolon] != ';') {
        return null;
      }
      int c = character(page, i + 1, semicolon);
      if (c == 0) {
        return null;
      }
      text.append((char) c);
      i = semicolon + 1;
    }
    return text.toString();
  }

  /** The character of a name or number; 0 for one that is not of the usual. */
  private static int character(char[] page, int from, int to) {
    if (page[from] == '#') {
      return number(page, from + 1, to);
    }
    return switch (new String(page, from, to - from)) {
      case "amp" -> '&';
      case "nbsp" -> '\u00A0';
      case "quot" -> '"';
      case "lt" -> '<';
      case "gt" -> '>';
      case "rsquo" -> '\u2019';
      case "lsquo" -> '\u2018';
      case "rdquo" -> '\u201D';
      case "ldquo" -> '\u201C';
      case "ndash" -> '\u2013';
      case "mdash" -> '\u2014';
      case "hellip" -> '\u2026';
      case "raquo" -> '\u00BB';
      case "laquo" -> '\u00AB';
      case "copy" -> '\u00A9';
      case "middot" -> '\u00B7';
      case "bull" -> '\u2022';
      default -> 0;
    };
  }

  /** Only numbers that mean themselves: no controls, no halves of a pair. */
  private static int number(char[] page, int from, int to) {
    boolean hexadecimal = from < to && (page[from] | 0x20) == 'x';
    int radix = hexadecimal ? 16 : 10;
    int value = 0;
    for (int i = hexadecimal ? from + 1 : from; i < to; i++) {
      int digit = page[i] < 0x80 ? Character.digit(page[i], radix) : -1;
      if (digit < 0) {
        return 0;
      }
      value = value * radix + digit;
    }
    boolean plain = value >= ' ' && value < 0x7F || value > 0x9F && value < 0xD800;
    return plain ? value : 0;
  }
}
