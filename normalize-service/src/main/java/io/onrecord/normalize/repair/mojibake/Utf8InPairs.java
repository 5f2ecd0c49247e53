package io.onrecord.normalize.repair.mojibake;

/**
 * The quick look for UTF-8 misread in a set of two bytes a character. East Asian text turned back
 * into bytes is full of short stretches that happen to be valid; this tells, without making the
 * bytes, whether one of them is long or odd enough to be considered.
 */
final class Utf8InPairs {
  private static final int FAILED = -1;

  private final Line line;
  private final LegacyCharset wrong;
  private final int wrongBit;
  private final int many;
  private int beyondAscii;
  private boolean threeBytes;
  private boolean pending;

  /**
   * @param many so many characters beyond ASCII prove something even if they take two bytes each
   */
  Utf8InPairs(Line line, LegacyCharset wrong, int many) {
    this.line = line;
    this.wrong = wrong;
    this.wrongBit = SetBits.of(wrong);
    this.many = many;
  }

  /** Whether any stretch is worth a closer look. */
  boolean mayProveSomething() {
    String text = line.text();
    int from = 0;
    while (from < text.length()) {
      if (!line.mayBeginUtf8(wrongBit, from)) {
        from++;
        continue;
      }
      int stop = stretch(text, from);
      if (stop < 0) {
        return true;
      }
      from = Math.max(stop, from + 1);
    }
    return false;
  }

  /** Reads on from a character until the bytes are no UTF-8; gives where, or -1 for a find. */
  private int stretch(String text, int from) {
    beyondAscii = 0;
    threeBytes = false;
    pending = false;
    int needed = 0;
    int end = from;
    int i = from;
    while (i < text.length() && needed != FAILED) {
      int code = wrong.encode(text.charAt(i));
      if (code == LegacyCharset.NONE) {
        break;
      }
      needed = code > 0xFF ? after(needed, code >> 8) : needed;
      needed = needed == FAILED ? FAILED : after(needed, code & 0xFF);
      if (needed == FAILED) {
        break;
      }
      i++;
      if (needed == 0 && pending) {
        pending = false;
        end = i;
      }
    }
    return end > from && proves(text, from, end) ? -1 : i;
  }

  /** How many bytes the character still needs after this one. */
  private int after(int needed, int next) {
    if (needed > 0) {
      return (next & 0xC0) == 0x80 ? needed - 1 : FAILED;
    }
    if (next < 0x80) {
      return 0;
    }
    int length = Utf8Walk.length(next);
    beyondAscii++;
    threeBytes |= length > 2;
    pending = true;
    return length == 0 ? FAILED : length - 1;
  }

  private boolean proves(String text, int from, int to) {
    return (threeBytes || beyondAscii >= many) && line.isOdd(from, to)
        || Surroundings.inLatinWord(text, from, to);
  }
}
