package io.onrecord.normalize.repair.layout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tags that outlived the markup that they belonged to: a closing tag without its opening one glued
 * to the end of a paragraph, a line break tag in plain text, a tag whose first sign was lost.
 *
 * <p>Before: {@code 到此为止。</p>}, {@code 非常好?/span>}. After: {@code 到此为止。}, {@code 非常好?}.
 *
 * <p>Text about markup and code stay: a tag behind anything but prose, one that is opened in the
 * same paragraph, one in a paragraph that names several.
 */
final class TagResidue {
  private static final String NAMES =
      "p|span|div|font|strong|em|b|i|u|a|li|ul|ol|section|article|td|tr|table|h[1-6]|br|center";
  private static final Pattern TAG =
      Pattern.compile("</?(?:" + NAMES + ")(?: [^<>]{0,200})?\\s?/?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_END =
      Pattern.compile(
          "(?<=[\\p{IsIdeographic}。！？，；：、”’」』）…—.!?])(?:<?/(?:" + NAMES + ")>|<br ?/?>)+\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_START =
      Pattern.compile(
          "^\\s*(?:</(?:" + NAMES + ")>|<br ?/?>)+(?=[\\p{IsIdeographic}\\p{Lu}“「『])",
          Pattern.CASE_INSENSITIVE);
  private static final int NAMES_SEVERAL = 3;

  private TagResidue() {}

  /** The text without such tags. */
  static String without(String text) {
    if (text.indexOf('>') < 0) {
      return text;
    }
    Matcher tags = TAG.matcher(text);
    int count = 0;
    while (tags.find()) {
      count++;
      boolean opens = text.charAt(tags.start() + 1) != '/';
      if (opens && !tags.group().toLowerCase(java.util.Locale.ROOT).startsWith("<br")) {
        return text;
      }
    }
    if (count > NAMES_SEVERAL) {
      return text;
    }
    String ended = AT_END.matcher(text).replaceFirst("");
    return AT_START.matcher(ended).replaceFirst("");
  }
}
