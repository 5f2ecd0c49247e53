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
  private final Suspicion suspicion;
  private final int[] starts = new int[LegacyCharsets.MISREAD.size()];
  private int prospects;

  /** The word that was looked at last, and whether it looked suspicious. */
  private int wordFrom = -1;

  private int wordTo;
  private boolean suspicious;

  private LegacyProspects(String line, long[] bits, Oddness oddness, Suspicion suspicion) {
    this.line = line;
    this.bits = bits;
    this.oddness = oddness;
    this.suspicion = suspicion;
  }

  /** One bit for each set, as in {@link SetBits}. */
  static int of(String line, long[] bits, Oddness oddness, Suspicion suspicion) {
    LegacyProspects look = new LegacyProspects(line, bits, oddness, suspicion);
    look.pieces();
    if (look.prospects != SetBits.ALL && line.indexOf(' ') >= 0) {
      look.words();
    }
    return look.prospects;
  }

  private void pieces() {
    int open = 0;
    for (int i = 0; i <= line.length(); i++) {
      int now = i == line.length() ? 0 : SetBits.encodable(bits[i]);
      int changed = open ^ now;
      while (changed != 0) {
        int set = Integer.numberOfTrailingZeros(changed);
        changed &= changed - 1;
        if ((now & 1 << set) != 0) {
          starts[set] = i;
        } else if (mayBeOdd(1 << set, starts[set], i)) {
          prospects |= 1 << set;
        }
      }
      open = now;
    }
  }

  /** The words of a piece are only mended together: all that look suspicious must be odd. */
  private void words() {
    int open = 0;
    int good = 0;
    int bad = 0;
    for (int i = 0; i <= line.length(); i++) {
      int inPiece = i == line.length() ? 0 : SetBits.encodable(bits[i]);
      int now = i < line.length() && line.charAt(i) == ' ' ? 0 : inPiece;
      int changed = open ^ now;
      while (changed != 0) {
        int set = Integer.numberOfTrailingZeros(changed);
        changed &= changed - 1;
        if ((now & 1 << set) != 0) {
          starts[set] = i;
        } else if (oddness.beyondAscii(starts[set], i) > 0 && isSuspicious(starts[set], i)) {
          boolean odd = mayBeOdd(1 << set, starts[set], i);
          good |= odd ? 1 << set : 0;
          bad |= odd ? 0 : 1 << set;
        }
      }
      prospects |= good & ~bad & ~inPiece;
      good &= inPiece;
      bad &= inPiece;
      open = now;
    }
  }

  private boolean isSuspicious(int from, int to) {
    if (from != wordFrom || to != wordTo) {
      wordFrom = from;
      wordTo = to;
      suspicious = suspicion.of(line, from, to);
    }
    return suspicious;
  }

  private boolean mayBeOdd(int set, int from, int to) {
    if (oddness.beyondAscii(from, to) == 0) {
      return false;
    }
    int start = from;
    int before = 0;
    while (start < to && (SetBits.mayStay(line.charAt(start)) & set) != 0) {
      before = Math.min(before, oddness.most(from, ++start));
    }
    int end = to;
    int after = 0;
    while (end > start && (SetBits.mayStay(line.charAt(end - 1)) & set) != 0) {
      after = Math.min(after, oddness.most(--end, to));
    }
    return oddness.most(from, to) - before - after >= 0;
  }
}
