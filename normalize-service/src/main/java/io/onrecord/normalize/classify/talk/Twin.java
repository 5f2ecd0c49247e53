package io.onrecord.normalize.classify.talk;

import java.util.ArrayList;
import java.util.List;

/**
 * Carries what was found in a talk over to its printed translation and back: what is no content in
 * one language is none in the other, even where the translator lost the wording that gives it away.
 */
final class Twin {
  private final Talk talk;
  private final Talk other;
  private final int[] pairs;

  /**
   * Two talks that say the same.
   *
   * @param pairs for each passage of the talk the passage of the other that translates it, or -1
   */
  Twin(Talk talk, Talk other, int[] pairs) {
    this.talk = talk;
    this.other = other;
    this.pairs = pairs.clone();
  }

  /** The other talk's stretches, completed by what only this talk shows. */
  List<Stretch> complete(List<Stretch> mine, List<Stretch> theirs) {
    List<Stretch> all = new ArrayList<>(theirs);
    for (Stretch stretch : mine) {
      int first = pair(stretch.first());
      int last = pair(stretch.last());
      if (first < 0 || last < 0) {
        continue;
      }
      int met = meeting(all, first, last);
      if (met < 0) {
        all.add(project(stretch));
      } else {
        all.set(met, widen(all.get(met), stretch));
      }
    }
    all.sort((a, b) -> Integer.compare(a.first(), b.first()));
    return all;
  }

  private int pair(int sentence) {
    return pairs[talk.at(sentence).passage()];
  }

  private int meeting(List<Stretch> stretches, int first, int last) {
    for (int i = 0; i < stretches.size(); i++) {
      Stretch s = stretches.get(i);
      if (other.at(s.first()).passage() <= last && other.at(s.last()).passage() >= first) {
        return i;
      }
    }
    return -1;
  }

  private Stretch project(Stretch s) {
    int first = startLike(s.first());
    int last = endLike(s.last(), s.end());
    int ordered = Math.max(first, last);
    return new Stretch(
        first,
        ordered,
        other.at(ordered).to(),
        first,
        s.category(),
        s.rule(),
        Math.max(0.5, s.confidence() - 0.1));
  }

  /** Begins in the earlier of both passages and ends in the later one. */
  private Stretch widen(Stretch theirs, Stretch mine) {
    Stretch wide = theirs;
    int from = pair(mine.first());
    if (from < other.at(theirs.first()).passage()) {
      wide = wide.from(startLike(mine.first()));
    } else if (from == other.at(theirs.first()).passage() && talk.at(mine.first()).first()) {
      wide = wide.from(startLike(mine.first()));
    }
    if (pair(mine.last()) > other.at(theirs.last()).passage()) {
      int last = endLike(mine.last(), mine.end());
      wide = wide.until(last, other.at(last).to());
    }
    return wide;
  }

  /** The sentence of the other talk that begins where this one does. */
  private int startLike(int sentence) {
    Utterance u = talk.at(sentence);
    return nearest(pair(sentence), u.first() ? 0 : share(u.passage(), u.from()), false);
  }

  private int endLike(int sentence, int end) {
    return nearest(pair(sentence), share(talk.at(sentence).passage(), end), true);
  }

  private double share(int passage, int position) {
    Passage p = talk.passages().get(passage);
    return (double) (position - p.body()) / Math.max(1, p.text().length() - p.body());
  }

  private int nearest(int passage, double share, boolean end) {
    Passage p = other.passages().get(passage);
    int length = Math.max(1, p.text().length() - p.body());
    int best = -1;
    double distance = Double.MAX_VALUE;
    for (int i = other.firstOf(passage);
        i < other.size() && other.at(i).passage() == passage;
        i++) {
      int position = (end ? other.at(i).to() : other.at(i).from()) - p.body();
      double d = Math.abs((double) position / length - share);
      if (d < distance) {
        distance = d;
        best = i;
      }
    }
    return best;
  }
}
