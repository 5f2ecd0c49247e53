package io.onrecord.normalize.repair.mojibake;

import java.util.List;

/**
 * In which sets a line could be misread UTF-8, for all sets in one pass: UTF-8 beyond ASCII needs a
 * first byte with a second one behind it, and a character's code shows whether it has them.
 */
final class Utf8Prospects {
  private static final List<LegacyCharset> SETS = LegacyCharsets.MISREAD;
  private static final int MASK = (1 << SETS.size()) - 1;

  /** For each set a bit: the code ends in a first byte, starts with a second, holds both. */
  private static final int[] ENDS = new int[0x10000];

  private static final int[] STARTS = new int[0x10000];
  private static final int[] HOLDS = new int[0x10000];

  static {
    for (int c = 0x80; c < 0x10000; c++) {
      for (LegacyCharset set : SETS) {
        int code = set.encode((char) c);
        if (code != LegacyCharset.NONE) {
          mark(c, code, bit(set));
        }
      }
    }
  }

  private Utf8Prospects() {}

  private static void mark(int c, int code, int bit) {
    int first = code > 0xFF ? code >> 8 : code;
    STARTS[c] |= Utf8Walk.startsCharacter(0xC2, first) ? bit : 0;
    ENDS[c] |= Utf8Walk.startsCharacter(code & 0xFF, 0x80) ? bit : 0;
    HOLDS[c] |= code > 0xFF && Utf8Walk.startsCharacter(first, code & 0xFF) ? bit : 0;
  }

  /** The bit of a set among the prospects. */
  static int bit(LegacyCharset set) {
    return 1 << SETS.indexOf(set);
  }

  /** The bits of all the sets that the line could have been misread in. */
  static int of(String line) {
    int prospects = 0;
    int before = 0;
    for (int i = 0; i < line.length() && prospects != MASK; i++) {
      char c = line.charAt(i);
      prospects |= HOLDS[c] | before & STARTS[c];
      before = ENDS[c];
    }
    return prospects;
  }
}
