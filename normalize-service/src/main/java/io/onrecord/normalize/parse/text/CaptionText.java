package io.onrecord.normalize.parse.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The words of a caption without its tags, and the voice that a tag or a dash announces. */
final class CaptionText {
  private static final Pattern VOICE = Pattern.compile("<v(?:\\.[\\w.]{1,60})?\\s+([^<>]{1,80})>");
  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:\\d[\\d:.]{3,14}|[a-zA-Z][\\w.]{0,20}(?:\\s[^<>]{0,120})?)>|\\{\\\\[^{}]{1,40}}");
  private static final Pattern CHANGE = Pattern.compile("^(?:>{2,3}|[-–—](?=\\s?\\p{Lu}))\\s*");

  private CaptionText() {}

  /** The voice of a WebVTT caption. */
  static Optional<String> voice(String raw) {
    Matcher m = VOICE.matcher(raw);
    return m.find() ? Optional.of(m.group(1).strip()) : Optional.empty();
  }

  /** Whether the caption says that somebody else begins. */
  static boolean changes(String raw) {
    return CHANGE.matcher(Parser.unescapeEntities(raw, false).strip()).find();
  }

  /** The words on one line. */
  static String words(String raw) {
    String untagged = TAG.matcher(raw).replaceAll("");
    String text = Parser.unescapeEntities(untagged, false).strip();
    return CHANGE.matcher(text).replaceFirst("").replaceAll("\\s+", " ").strip();
  }
}
