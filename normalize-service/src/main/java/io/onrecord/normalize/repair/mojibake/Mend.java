package io.onrecord.normalize.repair.mojibake;

import java.util.Comparator;
import java.util.List;

/**
 * A stretch of a line that would read better.
 *
 * @param from the first character
 * @param to after the last
 * @param text what it would read
 * @param gain how much less surprising that is, in tenths of a nat
 */
record Mend(int from, int to, String text, int gain) {
  static final Comparator<List<Mend>> BY_GAIN =
      Comparator.comparingInt(mends -> mends.stream().mapToInt(Mend::gain).sum());
}
