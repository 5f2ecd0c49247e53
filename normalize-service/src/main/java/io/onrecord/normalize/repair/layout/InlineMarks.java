package io.onrecord.normalize.repair.layout;

import java.util.regex.Pattern;

/**
 * Markdown's inline marks (emphasis, links, images) read away, for those who want the words only.
 */
public final class InlineMarks {
  private static final Pattern IMAGE =
      Pattern.compile("!\\[([^\\[\\]]{0,500})]\\([^()\\s]{0,2000}\\)");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]{1,500})]\\([^()\\s]{1,2000}\\)");
  private static final Pattern STRONG =
      Pattern.compile(
          "(?<![\\p{Alnum})*])\\*\\*(?=[^*\\s])([^*]{1,5000}?)\\*\\*(?!\\*)"
              + "|\\*\\*(?=[^*\\s\\p{ASCII}])([^*]{1,5000}?)\\*\\*(?!\\*)");

  private InlineMarks() {}

  /** The text of a paragraph without its inline marks; images leave nothing. */
  public static String plain(String text) {
    String unlinked =
        text.indexOf("](") < 0
            ? text
            : LINK.matcher(IMAGE.matcher(text).replaceAll("")).replaceAll("$1");
    return unlinked.contains("**") ? STRONG.matcher(unlinked).replaceAll("$1$2") : unlinked;
  }
}
