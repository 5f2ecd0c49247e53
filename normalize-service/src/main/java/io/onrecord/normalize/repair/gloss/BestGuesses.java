package io.onrecord.normalize.repair.gloss;

/** The few likeliest of the characters that a lost byte can have been part of. */
final class BestGuesses {
  private static final int MOST = 12;

  private final char[] characters = new char[MOST];
  private final double[] chances = new double[MOST];
  private int size;

  /** Keeps a character if it is among the best so far; of equals the first. */
  void offer(char c, double chance) {
    if (size == MOST && chance <= chances[MOST - 1]) {
      return;
    }
    int i = size < MOST ? size++ : MOST - 1;
    while (i > 0 && chances[i - 1] < chance) {
      chances[i] = chances[i - 1];
      characters[i] = characters[i - 1];
      i--;
    }
    chances[i] = chance;
    characters[i] = c;
  }

  int size() {
    return size;
  }

  char character(int i) {
    return characters[i];
  }

  double chance(int i) {
    return chances[i];
  }
}
