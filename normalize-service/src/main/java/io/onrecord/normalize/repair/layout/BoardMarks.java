package io.onrecord.normalize.repair.layout;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The marks of a forum's own language (BBCode) that the forum failed to turn into style.
 *
 * <p>Before: {@code [color=rgba(0, 0, 0, 0.9)]正文}, {@code [size=4][b]Title[/b][/size]}. After:
 * {@code 正文}, {@code Title}.
 *
 * <p>Only marks with a value that makes sense give the language away; the short ones ({@code [b]})
 * go only from a page that has such a mark, and never without their closing one.
 */
final class BoardMarks {
  private static final String VALUE =
      "(?:color|backcolor|bgcolor)=(?:#[0-9a-f]{3,8}|rgba?\\([^()\\[\\]]{1,40}\\)|[a-z]{3,20})"
          + "|size=[0-9.]{1,4}(?:px|pt|em|%)?"
          + "|(?:font|face)=[^\\[\\]=]{1,60}"
          + "|(?:align|float)=(?:left|right|center|justify)"
          + "|p=\\d{1,2}, ?\\d{1,2}, ?\\w{1,8}";
  private static final Pattern OPENING =
      Pattern.compile("\\[(?:" + VALUE + ")]", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSING =
      Pattern.compile(
          "\\[/(?:color|backcolor|bgcolor|size|font|face|align|float|p)]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN =
      Pattern.compile(
          "\\[(b|i|u|s|center|left|right|quote|indent)]([^\\[\\]]{0,2000})\\[/\\1]",
          Pattern.CASE_INSENSITIVE);

  private BoardMarks() {}

  /** Whether a page has such marks as residue. */
  static boolean areIn(List<String> lines) {
    return lines.stream().anyMatch(BoardMarks::areIn);
  }

  private static boolean areIn(String line) {
    return line.indexOf('[') >= 0 && line.indexOf('`') < 0 && OPENING.matcher(line).find();
  }

  /** A text of such a page without them. */
  static String without(String text) {
    if (text.indexOf('[') < 0) {
      return text;
    }
    String styled = CLOSING.matcher(OPENING.matcher(text).replaceAll("")).replaceAll("");
    String plain = PLAIN.matcher(styled).replaceAll("$2");
    return plain.equals(text) ? text : plain.strip();
  }
}
