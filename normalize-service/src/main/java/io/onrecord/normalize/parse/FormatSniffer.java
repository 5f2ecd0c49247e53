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
  private static final Pattern WEBVTT = Pattern.compile("^\\s*WEBVTT(?:\\s|$)");
  private static final Pattern SUBRIP =
      Pattern.compile(
          "^\\s*(?:\\d{1,6}\\s*\\R)?\\s*(?:\\d{1,3}:)?\\d{1,2}:\\d{2}[,.]\\d{1,3}\\s*-->\\s*(?:\\d{1,3}:)?\\d{1,2}:\\d{2}");
  private static final Pattern TRANSCRIPT =
      Pattern.compile("^\\s*\\{.{0,1500}?\"segments\"\\s*:\\s*\\[", Pattern.DOTALL);

  Format sniff(String text, Source source) {
    String head = text.substring(0, Math.min(HEAD, text.length()));
    if (MARKUP.matcher(head).find()) {
      return Format.HTML;
    }
    if (WEBVTT.matcher(head).find()) {
      return Format.WEBVTT;
    }
    if (SUBRIP.matcher(head).find()) {
      return Format.SUBRIP;
    }
    if (TRANSCRIPT.matcher(head).find()) {
      return Format.PODCAST_JSON;
    }
    String type = source.contentType().orElse("").toLowerCase(Locale.ROOT);
    String path = source.url().toLowerCase(Locale.ROOT).replaceFirst("[?#].*$", "");
    if (type.contains("markdown") || path.endsWith(".md") || path.endsWith(".markdown")) {
      return Format.MARKDOWN;
    }
    return type.contains("html") ? Format.HTML : Format.PLAIN_TEXT;
  }
}
