package io.onrecord.normalize.classify.talk;

import io.onrecord.document.Category;
import io.onrecord.normalize.cue.CueTable;
import io.onrecord.normalize.text.Fold;
import java.util.BitSet;
import java.util.Optional;

/**
 * Clips of the talk that are played before it begins. They are told from an introduction by coming
 * again: most of their runs of letters are heard once more later on.
 */
final class ColdOpen {
  private static final int LONGEST = 40;
  private static final int GRAM = 6;
  private static final double RECURS = 0.55;
  private static final int SHORTEST = 60;
  private static final int FILTER = 1 << 22;

  private final Talk talk;
  private final CueTable frame;

  ColdOpen(Talk talk, CueTable frame) {
    this.talk = talk;
    this.frame = frame;
  }

  /** The teaser at the start of the talk. */
  Optional<Stretch> find() {
    int end = Math.min(LONGEST, talk.size() / 3);
    if (end < 1) {
      return Optional.empty();
    }
    int welcome = welcome(end);
    BitSet later = new BitSet(FILTER);
    for (int i = Math.max(end, welcome); i < talk.size(); i++) {
      add(later, letters(talk.at(i).folded()));
    }
    int limit = welcome < 0 ? end : welcome;
    int last = -1;
    int known = 0;
    int all = 0;
    for (int i = 0; i < limit; i++) {
      String letters = letters(talk.at(i).folded());
      int grams = Math.max(0, letters.length() - GRAM + 1);
      int again = count(later, letters);
      known += again * weight(letters);
      all += grams * weight(letters);
      boolean boundary = i + 1 == talk.size() || talk.at(i + 1).first() || i + 1 == welcome;
      if (boundary && all >= SHORTEST / 2 && known >= RECURS * all) {
        last = i;
      } else if (boundary && welcome < 0) {
        break;
      }
    }
    boolean whole = welcome < 0 || last + 1 == welcome;
    if (last < 0 || all < SHORTEST / 2 || !whole) {
      return Optional.empty();
    }
    return Optional.of(
        new Stretch(0, last, talk.at(last).to(), 0, Category.TEASER, "frame.teaser-recurs", 0.85));
  }

  /** A Chinese character says as much as three letters. */
  private static int weight(String letters) {
    return !letters.isEmpty() && Fold.ideographic(letters.charAt(0)) ? 3 : 1;
  }

  /** The sentence that welcomes guest or audience, or -1. */
  private int welcome(int end) {
    for (int i = 1; i < end; i++) {
      for (CueTable.Hit hit : frame.find(talk.at(i).folded())) {
        if (hit.cue().role().equals("welcome")) {
          return i;
        }
      }
    }
    return -1;
  }

  private static void add(BitSet set, String letters) {
    for (int i = 0; i + GRAM <= letters.length(); i++) {
      set.set(slot(letters, i));
    }
  }

  private static int count(BitSet set, String letters) {
    int count = 0;
    for (int i = 0; i + GRAM <= letters.length(); i++) {
      count += set.get(slot(letters, i)) ? 1 : 0;
    }
    return count;
  }

  private static int slot(String letters, int at) {
    int hash = 0;
    for (int i = at; i < at + GRAM; i++) {
      hash = hash * 31 + letters.charAt(i);
    }
    return (hash * 0x9E3779B1) >>> 10;
  }

  private static String letters(String folded) {
    StringBuilder letters = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
