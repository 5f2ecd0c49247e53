package io.onrecord.normalize.parse;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells what a page is written in: by its first characters, then by the name of its type, then by
 * the ending of its address. Servers call too many things {@code text/html} and {@code text/plain}.
 */
final class FormatSniffer {
  private static final int HEAD = 2048;
  private static final Pattern MARKUP =
      Pattern.compile(
          "^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body|title|meta|div|article|section|p|h1)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  Format sniff(String text, Source source) {
    String head = text.substring(0, Math.min(HEAD, text.length()));
    if (MARKUP.matcher(head).find()) {
      return Format.HTML;
    }
    String type = source.contentType().orElse("").toLowerCase(Locale.ROOT);
    String path = source.url().toLowerCase(Locale.ROOT).replaceFirst("[?#].*$", "");
    if (type.contains("markdown") || path.endsWith(".md") || path.endsWith(".markdown")) {
      return Format.MARKDOWN;
    }
    return type.contains("html") ? Format.HTML : Format.PLAIN_TEXT;
  }
}
