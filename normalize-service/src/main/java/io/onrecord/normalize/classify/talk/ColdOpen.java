package io.onrecord.normalize.classify.talk;

import io.onrecord.document.Category;
import io.onrecord.normalize.cue.CueTable;
import io.onrecord.normalize.text.Fold;
import java.util.Optional;

/**
 * Clips of the talk that are played before it begins. They are told from an introduction by coming
 * again: most of their runs of letters are heard once more later on.
 */
final class ColdOpen {
  private static final int LONGEST = 40;
  private static final double RECURS = 0.55;
  private static final int SHORTEST = 60;
  private static final int LONGEST_CHARACTERS = 40_000;

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
    int limit = welcome < 0 ? end : welcome;
    int characters = 0;
    for (int i = 0; i < limit; i++) {
      characters += talk.at(i).folded().length();
    }
    if (characters > LONGEST_CHARACTERS || welcome < 0 && firstIsShort(limit)) {
      return Optional.empty();
    }
    Recurrence recurrence = new Recurrence(characters);
    hear(recurrence, limit, Math.max(end, welcome));
    int last = -1;
    int known = 0;
    int all = 0;
    for (int i = 0; i < limit; i++) {
      String sentence = talk.at(i).folded();
      int weight = weight(sentence);
      known += recurrence.again(sentence) * weight;
      all += Recurrence.runs(Recurrence.letters(sentence)) * weight;
      boolean boundary = i + 1 == talk.size() || talk.at(i + 1).first() || i + 1 == welcome;
      if (boundary && all >= SHORTEST / 2 && known >= RECURS * all) {
        last = i;
      } else if (boundary && welcome < 0) {
        break;
      }
    }
    boolean whole = welcome < 0 || last + 1 == welcome || paid(last + 1, welcome);
    if (last < 0 || all < SHORTEST / 2 || !whole) {
      return Optional.empty();
    }
    return Optional.of(
        new Stretch(0, last, talk.at(last).to(), 0, Category.TEASER, "frame.teaser-recurs", 0.85));
  }

  /** Whether the first passage is too short to be a clip; without a welcome it must be one. */
  private boolean firstIsShort(int limit) {
    int all = 0;
    for (int i = 0; i < limit; i++) {
      String sentence = talk.at(i).folded();
      all += Recurrence.runs(Recurrence.letters(sentence)) * weight(sentence);
      if (i + 1 == talk.size() || talk.at(i + 1).first()) {
        return all < SHORTEST / 2;
      }
    }
    return false;
  }

  /** Which runs of the first sentences the talk from {@code later} on has again. */
  private void hear(Recurrence recurrence, int limit, int later) {
    for (int i = 0; i < limit; i++) {
      recurrence.learn(talk.at(i).folded());
    }
    for (int i = later; i < talk.size(); i++) {
      recurrence.hear(talk.at(i).folded());
    }
  }

  /** Whether nothing but an advertisement stands between the clip and the welcome. */
  private boolean paid(int from, int welcome) {
    int passage = -1;
    boolean paid = true;
    for (int i = from; i < welcome; i++) {
      if (talk.at(i).passage() != passage) {
        if (!paid) {
          return false;
        }
        passage = talk.at(i).passage();
        paid = false;
      }
      paid |= talk.at(i).anchors() || talk.at(i).has("pitch");
    }
    return paid && passage != talk.at(welcome).passage();
  }

  /** A Chinese character says as much as three letters. */
  private static int weight(String sentence) {
    int i = 0;
    while (i < sentence.length() && !Fold.letterOrDigit(sentence.charAt(i))) {
      i++;
    }
    return i < sentence.length() && Fold.ideographic(sentence.charAt(i)) ? 3 : 1;
  }

  /** The sentence that welcomes guest or audience, or -1. */
  private int welcome(int end) {
    for (int i = 1; i < end; i++) {
      if (frame.says(talk.at(i).folded(), "welcome")) {
        return i;
      }
    }
    return -1;
  }
}
