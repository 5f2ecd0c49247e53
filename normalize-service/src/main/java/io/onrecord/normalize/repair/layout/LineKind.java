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

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u3000\\u200b\\ufeff]*");

  private final Pattern form;

  LineKind(String form) {
    this.form = Pattern.compile(form);
  }

  static LineKind of(String line) {
    if (BLANKS.matcher(line).matches()) {
      return BLANK;
    }
    for (LineKind kind : values()) {
      if (kind.form.matcher(line).matches()) {
        return kind;
      }
    }
    return TEXT;
  }

  /** Whether a line of this kind always begins something of its own. */
  boolean standsAlone() {
    return switch (this) {
      case FENCE, HEADING, RULE, TABLE, IMAGE, BLANK -> true;
      case QUOTE, BULLET, NUMBERED, TEXT -> false;
    };
  }
}
