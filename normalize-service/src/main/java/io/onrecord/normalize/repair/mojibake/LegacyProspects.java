package io.onrecord.normalize.repair.mojibake;

/**
 * In which sets a line could be misread text of a legacy set, for all sets in one pass. Such a
 * misreading is believed only where the characters are odd on average, and most lines that look odd
 * are so only in one spot; it errs on the side of looking closer.
 */
final class LegacyProspects {
  private final String line;
  private final long[] bits;
  private final Oddness oddness;
  private final int[] starts = new int[LegacyCharsets.MISREAD.size()];
  private int prospects;

  private LegacyProspects(String line, long[] bits, Oddness oddness) {
    this.line = line;
    this.bits = bits;
    this.oddness = oddness;
  }

  /** One bit for each set, as in {@link SetBits}. */
  static int of(String line, long[] bits, Oddness oddness) {
    LegacyProspects look = new LegacyProspects(line, bits, oddness);
    look.pieces(false);
    if (look.prospects != SetBits.ALL && line.indexOf(' ') >= 0) {
      look.pieces(true);
    }
    return look.prospects;
  }

  private void pieces(boolean words) {
    int open = 0;
    for (int i = 0; i <= line.length(); i++) {
      boolean ends = i == line.length() || words && line.charAt(i) == ' ';
      int now = ends ? 0 : SetBits.encodable(bits[i]);
      int changed = open ^ now;
      while (changed != 0) {
        int set = Integer.numberOfTrailingZeros(changed);
        changed &= changed - 1;
        if ((now & 1 << set) != 0) {
          starts[set] = i;
        } else if (mayBeOdd(starts[set], i)) {
          prospects |= 1 << set;
        }
      }
      open = now;
    }
  }

  private boolean mayBeOdd(int from, int to) {
    if (oddness.beyondAscii(from, to) == 0) {
      return false;
    }
    int start = from;
    int before = 0;
    while (start < to && SetBits.mayStay(bits[start])) {
      before = Math.min(before, oddness.most(from, ++start));
    }
    int end = to;
    int after = 0;
    while (end > start && SetBits.mayStay(bits[end - 1])) {
      after = Math.min(after, oddness.most(--end, to));
    }
    return oddness.most(from, to) - before - after >= 0;
  }
}
