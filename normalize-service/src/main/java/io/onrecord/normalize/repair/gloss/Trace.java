package io.onrecord.normalize.repair.gloss;

import io.onrecord.normalize.repair.gloss.Reading.Found;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes a reading down while it is settled, stretch by stretch, and tells its steps apart. */
final class Trace {
  private final String damaged;
  private final Steps steps;
  private final HiddenGlosses hidden;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder sure = new StringBuilder();
  private final List<List<String>> shifts = new ArrayList<>();
  private final List<List<String>> guesses = new ArrayList<>();
  private final List<Found> found = new ArrayList<>();
  private double score;
  private int glosses;
  private int broken;
  private int stretchFrom;
  private int stretchText;
  private boolean shifted;
  private boolean guessed;
  private int at;

  Trace(String damaged, Steps steps, HiddenGlosses hidden) {
    this.damaged = damaged;
    this.steps = steps;
    this.hidden = hidden;
  }

  /** A character that stands as it is. */
  void plain(char c, double chance) {
    score += chance;
    text.append(c);
    sure.append(c);
    at++;
    restart();
  }

  /** A gloss of the table, in step with the text. */
  void gloss(int length) {
    glosses++;
    at += length;
    restart();
  }

  /** All steps of a path since it was last settled. */
  void follow(Path end) {
    List<Path> path = new ArrayList<>();
    for (Path p = end; p.before() != null; p = p.before()) {
      path.add(p);
    }
    Collections.reverse(path);
    for (Path p : path) {
      if (p.written() != 0) {
        text.append(p.written());
        boolean isSure = p.mark() != Path.Mark.GUESSED && p.mark() != Path.Mark.BROKEN;
        sure.append(isSure ? p.written() : PageCounts.UNSURE);
      }
      note(p);
      if (p.at() >= 0) {
        at = p.at();
        boundary(p);
      }
    }
    score += end.score();
  }

  Reading reading(long work) {
    return new Reading(
        text.toString(), sure.toString(), score, glosses, shifts, guesses, found, broken, work);
  }

  private void note(Path p) {
    switch (p.mark()) {
      case GLOSS -> glosses++;
      case NEW_GLOSS -> {
        int[] units = p.gloss();
        if (units != null) {
          found.add(new Found(steps.tail(p), hidden.reading(units)));
        } else {
          glosses++;
          found.add(new Found(steps.tail(p), readingIn(damaged.substring(at, p.at()))));
        }
      }
      case GUESSED -> guessed = true;
      case BROKEN -> broken++;
      case NONE -> {}
    }
  }

  private static String readingIn(String gloss) {
    return gloss.replaceAll("^[?\uFFFD]?[(（\\[〔【]?|.$", "");
  }

  /** Between two characters of the damaged text: is the reading in step with it? */
  private void boundary(Path p) {
    if (!p.inStep()) {
      shifted |= p.waiting() != Path.NOTHING;
      return;
    }
    if (shifted || guessed) {
      List<String> place = List.of(damaged.substring(stretchFrom, at), text.substring(stretchText));
      (guessed ? guesses : shifts).add(place);
    }
    restart();
  }

  private void restart() {
    shifted = false;
    guessed = false;
    stretchFrom = at;
    stretchText = text.length();
  }
}
