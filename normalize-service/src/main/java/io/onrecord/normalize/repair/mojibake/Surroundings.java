package io.onrecord.normalize.repair.mojibake;

import io.onrecord.normalize.repair.sound.CharacterClass;
import io.onrecord.normalize.repair.sound.SoundText;

/** Whether what stands beside a mend speaks for it. */
final class Surroundings {
  private static final int WHOLE_LINE = 80;
  private static final int BOUNDED = 160;
  private static final int INSIDE = 320;
  private static final int RARE = 85;
  private static final int FAR = 60;
  private static final int NEIGHBOURS = 6;

  private Surroundings() {}

  /**
   * For characters in the middle of others of their kind: the less a stretch is set off from its
   * neighbours, the more it must gain; beside characters that are damaged too and cannot be mended,
   * it is part of a loss and stays.
   */
  static boolean allow(SoundText sound, String line, Mend mend) {
    int left = edge(sound, line, mend.from() - 1, -1);
    int right = edge(sound, line, mend.to(), 1);
    int needed = left + right == 0 ? WHOLE_LINE : left < 2 && right < 2 ? BOUNDED : INSIDE;
    return left < 3 && right < 3 && mend.gain() >= needed;
  }

  /** Whether the line is Latin for the most part and the mend touches a letter or digit of it. */
  static boolean inLatinWord(String line, int from, int to) {
    boolean left = from > 0 && isAsciiWord(line.charAt(from - 1));
    boolean right = to < line.length() && isAsciiWord(line.charAt(to));
    if (!left && !right) {
      return false;
    }
    int latin = 0;
    int visible = 0;
    for (int i = Math.max(0, from - FAR); i < Math.min(line.length(), to + FAR); i++) {
      latin += isAsciiWord(line.charAt(i)) ? 1 : 0;
      visible += line.charAt(i) > ' ' ? 1 : 0;
    }
    return latin * 4 > visible * 3;
  }

  private static boolean isAsciiWord(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  /** 0 for the end of the line, 1 for a boundary, 2 for sound neighbours, 3 for damaged ones. */
  private static int edge(SoundText sound, String line, int at, int step) {
    int rarity = 0;
    int count = 0;
    for (int i = at; i >= 0 && i < line.length() && count < NEIGHBOURS; i += step) {
      char c = line.charAt(i);
      if (c == '?' || c == 0xFFFD || sound.classOf(c) == CharacterClass.BAD) {
        return 3;
      }
      if (isBoundary(sound.classOf(c))) {
        break;
      }
      rarity += sound.rarity(c);
      count++;
    }
    if (count > 0) {
      return rarity < RARE * count ? 2 : 3;
    }
    return at < 0 || at >= line.length() ? 0 : 1;
  }

  private static boolean isBoundary(CharacterClass of) {
    return switch (of) {
      case BREAK, PUNCTUATION, CJK_PUNCTUATION, TYPOGRAPHY, LOWER, UPPER, DIGIT -> true;
      default -> false;
    };
  }

  /**
   * For a set of one byte a character: whether most of the run of characters beyond ASCII around
   * the mend is left over, as when some of the bytes were lost and a few still happen to fit.
   */
  static boolean lost(SoundText sound, String line, Mend mend, LegacyCharset wrong) {
    int from = mend.from();
    while (from > 0 && mend.from() - from < FAR && partOfRun(sound, line.charAt(from - 1), wrong)) {
      from--;
    }
    int to = mend.to();
    while (to < line.length() && to - mend.to() < FAR && partOfRun(sound, line.charAt(to), wrong)) {
      to++;
    }
    int left = to - from - (mend.to() - mend.from());
    boolean eastAsian = mend.text().chars().anyMatch(c -> c >= 0x2E80);
    return left > (eastAsian ? 0 : 3) && (eastAsian || left * 2 > to - from);
  }

  private static boolean partOfRun(SoundText sound, char c, LegacyCharset wrong) {
    return c >= 0x80
        && switch (sound.classOf(c)) {
          case ACCENTED_LOWER, ACCENTED_UPPER, RARE_LATIN, SYMBOL, TYPOGRAPHY, BAD -> true;
          default -> wrong.encode(c) >= 0x80 && wrong.encode(c) < 0x100;
        };
  }
}
