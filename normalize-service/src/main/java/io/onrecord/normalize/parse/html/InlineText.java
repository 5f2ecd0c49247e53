package io.onrecord.normalize.parse.html;

import io.onrecord.normalize.parse.Box;
import io.onrecord.normalize.parse.Origin.Link;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of the block at hand: white space collapsed as a browser does it, with a count of what
 * is linked and bold.
 */
final class InlineText {
  private static final int MAX_LINKS = 100;

  private final StringBuilder text = new StringBuilder();
  private final List<Link> links = new ArrayList<>();
  private @Nullable Box box;
  private int linkChars;
  private int boldChars;

  /** Where the bold start ends; grows as long as nothing plain has been seen. */
  private int leadEnd;

  private boolean plainSeen;
  private @Nullable String href;
  private int hrefStart;

  /** A finished block. */
  record Run(String text, Box box, int linkChars, int boldChars, String lead, List<Link> links) {}

  void add(String raw, Box where, boolean linked, boolean bold, boolean preformatted) {
    int before = text.length();
    boolean visible = preformatted ? addLines(raw) : addWords(raw);
    if (!visible) {
      return;
    }
    box = box == null ? where : Box.common(box, where);
    if (linked) {
      linkChars += text.length() - before;
    }
    if (bold) {
      boldChars += text.length() - before;
      if (!plainSeen) {
        leadEnd = text.length();
      }
    } else {
      plainSeen = true;
    }
  }

  /** As written but for carriage returns and no-break spaces; whether anything is visible. */
  private boolean addLines(String raw) {
    boolean visible = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\r') {
        text.append(c == '\u00A0' ? ' ' : c);
      }
      visible |= !space(c);
    }
    return visible;
  }

  /** Word by word with single spaces between; whether there is any. */
  private boolean addWords(String raw) {
    boolean visible = false;
    int length = raw.length();
    int i = 0;
    while (i < length) {
      int from = i;
      i = wordsEnd(raw, i);
      if (i > from) {
        text.append(raw, from, i);
        visible = true;
      }
      from = i;
      while (i < length && space(raw.charAt(i))) {
        i++;
      }
      if (i > from && !text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
    return visible;
  }

  /** The end of the words that stand as they shall: a single blank between any two of them. */
  private static int wordsEnd(String raw, int from) {
    int last = raw.length() - 1;
    int i = from;
    while (i <= last) {
      char c = raw.charAt(i);
      if (space(c) && (c != ' ' || i == from || i == last || space(raw.charAt(i + 1)))) {
        return i;
      }
      i++;
    }
    return i;
  }

  private static boolean space(char c) {
    return c <= ' ' ? c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' : c == '\u00A0';
  }

  void linkStarts(String address) {
    href = address;
    hrefStart = text.length();
  }

  void linkEnds() {
    if (href != null && links.size() < MAX_LINKS) {
      links.add(new Link(text.substring(Math.min(hrefStart, text.length())).strip(), href));
    }
    href = null;
  }

  /** The block so far, or null when it holds nothing visible; starts the next one. */
  @Nullable Run take(boolean preformatted) {
    Run run = null;
    if (box != null) {
      if (href != null) {
        String address = href;
        linkEnds();
        href = address;
      }
      String whole = text.toString();
      String shown = preformatted ? trimLines(whole) : whole.strip();
      if (!shown.isEmpty()) {
        String lead = plainSeen ? whole.substring(0, leadEnd).strip() : "";
        run = new Run(shown, box, linkChars, boldChars, lead, List.copyOf(links));
      }
    }
    text.setLength(0);
    links.clear();
    box = null;
    linkChars = 0;
    boldChars = 0;
    leadEnd = 0;
    plainSeen = false;
    hrefStart = 0;
    return run;
  }

  private static String trimLines(String code) {
    int from = 0;
    int firstText = 0;
    while (firstText < code.length() && Character.isWhitespace(code.charAt(firstText))) {
      if (code.charAt(firstText) == '\n') {
        from = firstText + 1;
      }
      firstText++;
    }
    return code.substring(Math.min(from, code.length())).stripTrailing();
  }
}
