package io.onrecord.normalize.decode.declaration;

import java.util.Locale;
import java.util.Optional;

/**
 * The charset in a {@code Content-Type} value or in the {@code content} of a {@code <meta>}.
 *
 * <p>Example: {@code text/html; charset="GB2312"} says {@code GB2312}.
 */
public final class ContentTypeCharset {
  private static final String NAME = "charset";

  private ContentTypeCharset() {}

  /** The label, without its quotes. */
  public static Optional<String> of(String contentType) {
    String lower = contentType.toLowerCase(Locale.ROOT);
    int at = lower.length() == contentType.length() ? lower.indexOf(NAME) : -1;
    while (at >= 0) {
      int i = skipSpace(contentType, at + NAME.length());
      if (i < contentType.length() && contentType.charAt(i) == '=') {
        return value(contentType, skipSpace(contentType, i + 1));
      }
      at = lower.indexOf(NAME, i);
    }
    return Optional.empty();
  }

  private static Optional<String> value(String text, int from) {
    if (from >= text.length()) {
      return Optional.empty();
    }
    char quote = text.charAt(from);
    boolean quoted = quote == '"' || quote == '\'';
    int start = quoted ? from + 1 : from;
    int end = start;
    while (end < text.length() && !ends(text.charAt(end), quoted ? quote : 0)) {
      end++;
    }
    String label = text.substring(start, end).strip();
    return label.isEmpty() ? Optional.empty() : Optional.of(label);
  }

  private static boolean ends(char c, char quote) {
    return quote != 0 ? c == quote : c == ';' || c == ',' || c == '"' || c == '\'' || c <= ' ';
  }

  private static int skipSpace(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }
}
