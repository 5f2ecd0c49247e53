package io.onrecord.normalize.repair.gloss;

import io.onrecord.script.ScriptFolding;

/** The folding of scripts as a table over the basic plane, for a search that asks all the time. */
final class Folded {
  private static final char[] TABLE = new char[1 << 16];
  private static final boolean[] HAS_FORMS = new boolean[1 << 16];

  static {
    for (int c = 0; c < TABLE.length; c++) {
      int folded = ScriptFolding.fold(c);
      TABLE[c] = (char) (folded < TABLE.length ? folded : c);
      if (TABLE[c] != c) {
        HAS_FORMS[TABLE[c]] = true;
      }
    }
  }

  private Folded() {}

  static char of(char c) {
    return TABLE[c];
  }

  /** Whether several characters fold to this one. */
  static boolean hasForms(int folded) {
    return HAS_FORMS[folded];
  }
}
