package io.onrecord.normalize.repair.mojibake;

import java.util.List;

/**
 * What every character may be in each of the sets that text is misread in, as bits of one number,
 * so that a line is looked at for all sets at once. Tables as large as the plane are slow to look
 * things up in, so there is one.
 */
final class SetBits {
  private static final List<LegacyCharset> SETS = LegacyCharsets.MISREAD;

  /** One bit for each set. */
  static final int ALL = (1 << SETS.size()) - 1;

  private static final int STARTS = SETS.size();
  private static final int ENDS = 2 * SETS.size();
  private static final int HOLDS = 3 * SETS.size();
  private static final int LEADS = 4 * SETS.size();

  private static final long[] BITS = new long[0x10000];
  private static final short[] STAYS = new short[0x10000];

  static {
    for (int c = 0; c < BITS.length; c++) {
      for (LegacyCharset set : SETS) {
        BITS[c] |= bits((char) c, set) * of(set);
        STAYS[c] |= (short) (mayStay((char) c, set) ? of(set) : 0);
      }
    }
  }

  private SetBits() {}

  private static long bits(char c, LegacyCharset set) {
    int code = set.encode(c);
    if (code == LegacyCharset.NONE) {
      return set.wider().isPresent() && !Character.isSurrogate(c) ? 1 : 0;
    }
    if (c < 0x80) {
      return 1;
    }
    int first = code > 0xFF ? code >> 8 : code;
    return 1
        | (Utf8Walk.startsCharacter(0xC2, first) ? 1L << STARTS : 0)
        | (Utf8Walk.startsCharacter(code & 0xFF, 0x80) ? 1L << ENDS : 0)
        | (code > 0xFF && Utf8Walk.startsCharacter(first, code & 0xFF) ? 1L << HOLDS : 0)
        | (Utf8Walk.startsCharacter(first, code > 0xFF ? code & 0xFF : 0x80) ? 1L << LEADS : 0);
  }

  private static boolean mayStay(char c, LegacyCharset wrong) {
    int code = wrong.encode(c);
    return c < 0x80
        || code > 0xFF
            && LegacyCharsets.WRITTEN.stream()
                .filter(right -> !right.label().equals(wrong.label()))
                .anyMatch(right -> right.decode(code >> 8, code & 0xFF) == c);
  }

  /** The bit of a set. */
  static int of(LegacyCharset set) {
    return 1 << SETS.indexOf(set);
  }

  /** The bits of every character of a line. */
  static long[] of(String line) {
    long[] bits = new long[line.length()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = BITS[line.charAt(i)];
    }
    return bits;
  }

  /** The sets in which the character can be turned back into bytes. */
  static int encodable(long bits) {
    return (int) bits & ALL;
  }

  /**
   * The sets in which it may come back as itself, so that it may not count at the ends of a
   * stretch.
   */
  static int mayStay(char c) {
    return STAYS[c];
  }

  /** The sets in which a character of UTF-8 may begin with the first byte of this one. */
  static int leads(long bits) {
    return (int) (bits >>> LEADS) & ALL;
  }

  /** The sets in which two characters hold a first byte of UTF-8 and a second one behind it. */
  static int utf8(long before, long bits) {
    return (int) (bits >>> HOLDS | before >>> ENDS & bits >>> STARTS) & ALL;
  }
}
