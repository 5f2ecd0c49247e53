package io.onrecord.normalize.repair.layout;

import java.util.regex.Pattern;

/** What a line shows by its start alone. */
enum LineKind {
  BLANK(" *"),
  FENCE(" {0,3}(```|~~~).*"),
  HEADING(" {0,3}#{1,6} .*"),
  RULE(" {0,3}[-*_=][-*_= ]{2,}"),
  TABLE(" *\\|.*\\| *"),
  QUOTE(" {0,3}>.*"),
  BULLET("[ \\u3000]*[-*+•·●○■□◆▪‣–][ \\u3000]+\\S.*"),
  NUMBERED(
      "[ \\u3000]*(?:\\d{1,3}[.)、．]|[(（]\\d{1,2}[)）]|[一二三四五六七八九十]{1,3}、)[ \\u3000]*[^\\s\\d].*"),
  IMAGE(" {0,3}!\\[[^\\]]*]\\([^)]*\\) *"),
  TEXT(".*");

  /** What a line of another kind than text begins with, after spaces. */
  private static final String OPENERS = "`~#-*_=|>+•·●○■□◆▪‣–!(（一二三四五六七八九十";

  private static final String BLANKS = " \t\n\u000B\f\r\u00A0\u3000\u200B\uFEFF";

  private final Pattern form;

  LineKind(String form) {
    this.form = Pattern.compile(form);
  }

  /** Nearly every line is text and shows it by its first character: no pattern is tried then. */
  static LineKind of(String line) {
    int start = 0;
    while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '\u3000')) {
      start++;
    }
    if (start == line.length()) {
      return BLANK;
    }
    char first = line.charAt(start);
    if (first >= '0' && first <= '9') {
      return NUMBERED.form.matcher(line).matches() ? NUMBERED : TEXT;
    }
    if (OPENERS.indexOf(first) < 0) {
      return BLANKS.indexOf(first) >= 0 && isBlank(line) ? BLANK : TEXT;
    }
    for (LineKind kind : values()) {
      if (kind.form.matcher(line).matches()) {
        return kind;
      }
    }
    return TEXT;
  }

  private static boolean isBlank(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (BLANKS.indexOf(line.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line of this kind always begins something of its own. */
  boolean standsAlone() {
    return switch (this) {
      case FENCE, HEADING, RULE, TABLE, IMAGE, BLANK -> true;
      case QUOTE, BULLET, NUMBERED, TEXT -> false;
    };
  }
}
