package io.onrecord.normalize.repair.punctuation;

import java.util.List;

/**
 * How a page writes its punctuation: what tells a converted page from one whose author typed
 * half-width signs.
 *
 * <p>A converter reaches every sign of its table: no full-width comma or stop is left (a few other
 * signs may be the site's own, around the text), and none of the half-width signs has a blank
 * behind it. Who types half-width signs sets blanks, at least at times, or mixes. Who had no
 * Chinese keyboard at hand has no {@code 、《》“”} either; a converter leaves them, for ASCII has no
 * such signs: a page without them must be long to be believed.
 *
 * @param restored signs that would be restored, brackets not counted
 * @param commas of them, the commas
 * @param ends of them, the ends of sentences
 * @param spaced signs beside a Chinese character with a blank before or behind
 * @param full full-width signs other than comma and stop
 * @param left signs that only a Chinese keyboard writes and no converter reaches
 */
record PageHabit(int restored, int commas, int ends, int spaced, int full, int left) {
  private static final int FEWEST = 20;
  private static final int FEWEST_COMMAS = 5;
  private static final int FEWEST_ENDS = 3;
  private static final int FEWEST_LEFT = 3;
  private static final int FEWEST_ALONE = 60;

  /** One exception among so many signs does not make a page inconsistent. */
  private static final int EXCEPTIONS = 20;

  private static final String SIGNS = ",.?!:;";
  private static final String LEFT = "、《》〈〉「」『』【】“”";
  private static final String FULL = "？！：；（）";

  /** Whether texts can be a converted page at all; sound Chinese is seen at its first comma. */
  static boolean mayBeConverted(List<String> texts) {
    int han = 0;
    int kana = 0;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c > 0x3000) {
          if (c == '，' || c == '。' || c == '．') {
            return false;
          }
          han += Neighbour.isHan(c) ? 1 : 0;
          kana += c > 0x3040 && c < 0x30FB ? 1 : 0;
        }
      }
    }
    return han > kana * EXCEPTIONS;
  }

  /**
   * What the texts of a page show.
   *
   * @param restored the same texts as they would be
   */
  static PageHabit of(List<String> texts, List<String> restored) {
    int[] sums = new int[6];
    for (int i = 0; i < texts.size(); i++) {
      add(texts.get(i), restored.get(i), sums);
    }
    return new PageHabit(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
  }

  private static void add(String text, String restored, int[] sums) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SIGNS.indexOf(c) >= 0) {
        boolean changed = restored.charAt(i) != c;
        sums[0] += changed ? 1 : 0;
        sums[1] += changed && c == ',' ? 1 : 0;
        sums[2] += changed && ".?!".indexOf(c) >= 0 ? 1 : 0;
        sums[3] += !changed && isSpaced(text, i) ? 1 : 0;
      } else if (c > 0x7F) {
        sums[4] += FULL.indexOf(c) >= 0 ? 1 : 0;
        sums[5] += LEFT.indexOf(c) >= 0 ? 1 : 0;
      }
    }
  }

  private static boolean isSpaced(String text, int at) {
    Neighbour before = Neighbour.before(text, at);
    boolean beforeIt = before == Neighbour.SPACE && at > 1 && Neighbour.isHan(text.charAt(at - 2));
    return beforeIt || before.isChinese() && Neighbour.at(text, at + 1) == Neighbour.SPACE;
  }

  /** Whether a converter was at work. */
  boolean isConverted() {
    boolean prose = restored >= FEWEST && commas >= FEWEST_COMMAS && ends >= FEWEST_ENDS;
    boolean consistent = spaced * EXCEPTIONS <= restored && full * EXCEPTIONS <= restored;
    return prose && consistent && (left >= FEWEST_LEFT || restored >= FEWEST_ALONE);
  }
}
