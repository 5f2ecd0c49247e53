package io.onrecord.ingest.politeness;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two readings in which the parser that we use differs from Google's matcher, which most files are
 * written for; the lines are respelled so that both agree.
 *
 * <pre>
 * User-agent: * everybody   is    User-agent: *          what follows the star is a remark
 * Disallow: /a$b            is    Disallow: /a%24b       only a last $ means the end
 * </pre>
 */
final class RobotsLines {
  private static final Pattern EVERYBODY =
      Pattern.compile("(?im)^([ \\t]*user[- ]?agent[ \\t]*:[ \\t]*\\*)[ \\t]+[^\\r\\n]*");
  private static final Pattern RULE =
      Pattern.compile("(?im)^[ \\t]*[a-z]{5,9}[ \\t]*:[ \\t]*([^\\r\\n#]*\\$[^\\r\\n#]*)");

  private RobotsLines() {}

  /** The file with those lines respelled. */
  static byte[] respelled(byte[] robotsTxt) {
    // One char a byte, so that no encoding is touched.
    String text = new String(robotsTxt, StandardCharsets.ISO_8859_1);
    String starred = EVERYBODY.matcher(text).replaceAll("$1");
    StringBuilder lines = new StringBuilder(starred.length());
    Matcher rule = RULE.matcher(starred);
    int done = 0;
    while (rule.find()) {
      String path = rule.group(1).stripTrailing();
      String last = path.substring(path.length() - 1);
      lines
          .append(starred, done, rule.start(1))
          .append(path.substring(0, path.length() - 1).replace("$", "%24"))
          .append(last);
      done = rule.start(1) + path.length();
    }
    return lines
        .append(starred, done, starred.length())
        .toString()
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
