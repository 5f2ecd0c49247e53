package io.onrecord.normalize.classify.talk;

import io.onrecord.normalize.text.Fold;

/**
 * Which runs of six letters or digits of a few sentences come again in many others. The few are
 * kept and the many only read, so that the memory it takes does not grow with the page.
 */
final class Recurrence {
  private static final int RUN = 6;
  private static final int FACTOR = 0x9E3779B1;
  private static final int LEAVING = power(FACTOR, RUN);
  private static final int FILTER_BITS = 1 << 16;
  private static final byte KNOWN = 1;
  private static final byte AGAIN = 2;

  private final int[] runs;
  private final byte[] states;
  private final int mask;

  /** A bit for each known run: nearly every run that is only heard is told off by it. */
  private final long[] filter = new long[FILTER_BITS / Long.SIZE];

  /** For so many characters at most. */
  Recurrence(int characters) {
    int size = Integer.highestOneBit(Math.max(32, characters)) * 4;
    runs = new int[size];
    states = new byte[size];
    mask = size - 1;
  }

  /** What is done with each run. */
  private enum Task {
    LEARN,
    HEAR,
    COUNT
  }

  /** Takes the runs of a sentence of which is asked whether they come again. */
  void learn(String sentence) {
    each(sentence, Task.LEARN);
  }

  /** Reads a sentence in which they may. */
  void hear(String sentence) {
    each(sentence, Task.HEAR);
  }

  /** How many runs of the sentence were heard. */
  int again(String sentence) {
    return each(sentence, Task.COUNT);
  }

  /** How many letters and digits a sentence has. */
  static int letters(String sentence) {
    int letters = 0;
    for (int i = 0; i < sentence.length(); i++) {
      letters += Fold.letterOrDigit(sentence.charAt(i)) ? 1 : 0;
    }
    return letters;
  }

  /** How many runs a sentence of so many letters has. */
  static int runs(int letters) {
    return Math.max(0, letters - RUN + 1);
  }

  private int each(String sentence, Task task) {
    int counted = 0;
    int hash = 0;
    int seen = 0;
    char[] run = new char[RUN];
    int oldest = 0;
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      if (!Fold.letterOrDigit(c)) {
        continue;
      }
      hash = hash * FACTOR + c - run[oldest] * LEAVING;
      run[oldest] = c;
      oldest = oldest + 1 == RUN ? 0 : oldest + 1;
      seen++;
      int bit = (hash * FACTOR) >>> 16;
      if (seen >= RUN && (task == Task.LEARN || (filter[bit >> 6] & 1L << bit) != 0)) {
        int slot = slot(hash);
        switch (task) {
          case LEARN -> {
            filter[bit >> 6] |= 1L << bit;
            runs[slot] = hash;
            states[slot] = KNOWN;
          }
          case HEAR -> states[slot] = states[slot] == KNOWN ? AGAIN : states[slot];
          case COUNT -> counted += states[slot] == AGAIN ? 1 : 0;
        }
      }
    }
    return counted;
  }

  private int slot(int hash) {
    int slot = (hash ^ hash >>> 15) & mask;
    while (states[slot] != 0 && runs[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static int power(int factor, int exponent) {
    int power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= factor;
    }
    return power;
  }
}
