package io.onrecord.normalize.parse.html;

/**
 * Where content ends that is no markup: that of a script, of a style, of a title. -1 means that it
 * is not plain to see, or that it never ends.
 */
final class RawContent {
  /** All else in a {@code noscript} ends the head, or hides what follows. */
  private static final String[] IN_HEAD = {"img", "link", "style", "meta"};

  private final String html;

  RawContent(String html) {
    this.html = html;
  }

  /** Where the end tag begins of an element that begins there. */
  int end(Tag of, int start) {
    int close = close(of.name(), start);
    return of == Tag.SCRIPT && close >= 0 && writesScripts(start, close) ? -1 : close;
  }

  /** The same of a {@code noscript} in the head, of which nothing is read. */
  int endOfNoscript(int start) {
    int close = close(Tag.NOSCRIPT.name(), start);
    int i = close < 0 ? -1 : html.indexOf('<', start, close);
    while (i >= 0) {
      boolean end = html.charAt(i + 1) == '/';
      boolean style = tag("style", i + 1);
      int next = style ? close(Tag.STYLE.name(), i + 1) : i;
      if (!end && !plain(i + 1) || next < 0 || next >= close) {
        return -1;
      }
      i = html.indexOf('<', next + 1, close);
    }
    return close;
  }

  private boolean plain(int i) {
    for (String name : IN_HEAD) {
      if (tag(name, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a tag of this name stands there. */
  private boolean tag(String name, int i) {
    int end = i + name.length();
    return end < html.length() && endsName(html.charAt(end)) && called(name, i);
  }

  private boolean called(String name, int i) {
    boolean same = i + name.length() <= html.length();
    for (int k = 0; k < name.length() && same; k++) {
      same = (html.charAt(i + k) | 0x20) == name.charAt(k);
    }
    return same;
  }

  private int close(String name, int start) {
    int i = html.indexOf("</", start);
    while (i >= 0 && !tag(name, i + 2)) {
      i = html.indexOf("</", i + 2);
    }
    return i;
  }

  /** A comment in a script and a script's tag in the comment: its end may not be its end. */
  private boolean writesScripts(int start, int end) {
    int i = html.indexOf("<!--", start, end);
    while (i >= 0 && !called("script", i + 1)) {
      i = html.indexOf('<', i + 1, end);
    }
    return i >= 0;
  }

  private static boolean endsName(char c) {
    return c == '>' || c == '/' || Tokens.space(c);
  }
}
