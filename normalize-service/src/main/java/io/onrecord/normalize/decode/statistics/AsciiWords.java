package io.onrecord.normalize.decode.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * What the ASCII words of a text say of its language. Accented letters are few in most Latin texts;
 * that the words around them are French, or English, says which accents to expect.
 *
 * <p>The text outside of tags in the first {@value #LIMIT} bytes is looked at.
 */
final class AsciiWords {
  private static final int LIMIT = 8192;
  private static final int ALPHABET = 27;

  /** ASCII words weigh a quarter: a page in one language may stand in a frame in another. */
  private static final int WEIGHT = 4;

  private static final int MOST = 160;

  /** What a script other than Latin costs in a text that is nearly all ASCII. */
  private static final int OTHER_SCRIPT = 24;

  private final int[] counts = new int[ALPHABET * ALPHABET];
  private int letters;

  private AsciiWords() {}

  static AsciiWords of(byte[] text) {
    AsciiWords words = new AsciiWords();
    boolean tag = false;
    int previous = 0;
    for (int i = 0; i < Math.min(text.length, LIMIT); i++) {
      int b = text[i];
      if (b == '<' || b == '>') {
        tag = b == '<';
      }
      // A word next to an accented letter is no ASCII word; its end is not counted.
      int letter = tag ? 0 : letter(b);
      if (b >= 0 && previous + letter > 0) {
        words.counts[previous * ALPHABET + letter]++;
        words.letters += letter > 0 ? 1 : 0;
      }
      previous = letter;
    }
    return words;
  }

  private static int letter(int b) {
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 1 : 0;
  }

  /** What each language costs more than the one that fits best. */
  long[] penalties(List<LanguageModel> models, int high) {
    List<Long> costs = new ArrayList<>();
    for (LanguageModel model : models) {
      costs.add(model.isLatin() ? cost(model) : Long.MAX_VALUE);
    }
    long least = costs.stream().min(Long::compare).orElse(0L);
    long[] penalties = new long[models.size()];
    for (int m = 0; m < penalties.length; m++) {
      penalties[m] =
          models.get(m).isLatin()
              ? Math.min(MOST, (costs.get(m) - least) / WEIGHT)
              : letters > 4 * high ? OTHER_SCRIPT : 0;
    }
    return penalties;
  }

  private long cost(LanguageModel model) {
    int[] classes = model.asciiClasses();
    long cost = 0;
    for (int p = 0; p < counts.length; p++) {
      if (counts[p] > 0) {
        cost += (long) counts[p] * model.cost(classes[p / ALPHABET], classes[p % ALPHABET]);
      }
    }
    return cost;
  }
}
