package io.onrecord.normalize.repair.gloss;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A text without its glosses, and how it came about.
 *
 * @param glosses how many glosses were taken away
 * @param shifts places where bytes had been read in the wrong pairs: before and after
 * @param guesses places where a byte was gone for good and the text decided: before and after
 * @param found characters that turned out to be glossed though the table does not have them
 * @param broken places that could not be read
 */
record Reading(
    String text,
    double score,
    int glosses,
    List<List<String>> shifts,
    List<List<String>> guesses,
    List<Found> found,
    int broken) {

  /** A character that is glossed though the table does not have it. */
  record Found(char character, String reading) {}

  static Reading of(String damaged, Path end, Steps steps, HiddenGlosses hidden) {
    List<Path> path = new ArrayList<>();
    for (Path p = end; p != null; p = p.before()) {
      path.add(p);
    }
    Collections.reverse(path);
    return new Trace(damaged, steps, hidden).follow(path, end.score());
  }

  /** Walks a path from its start and tells its steps apart. */
  private static final class Trace {
    private final String damaged;
    private final Steps steps;
    private final HiddenGlosses hidden;
    private final StringBuilder text = new StringBuilder();
    private final List<List<String>> shifts = new ArrayList<>();
    private final List<List<String>> guesses = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private int glosses;
    private int broken;
    private int stretchFrom;
    private int stretchText;
    private boolean shifted;
    private boolean guessed;
    private int at;

    Trace(String damaged, Steps steps, HiddenGlosses hidden) {
      this.hidden = hidden;
      this.damaged = damaged;
      this.steps = steps;
    }

    Reading follow(List<Path> path, double score) {
      for (Path p : path) {
        if (p.written() != 0) {
          text.append(p.written());
        }
        note(p);
        if (p.at() >= 0) {
          at = p.at();
          boundary(p);
        }
      }
      return new Reading(text.toString(), score, glosses, shifts, guesses, found, broken);
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
      boolean inStep = p.waiting() == Path.NOTHING && p.gloss() == null;
      if (inStep) {
        if (shifted || guessed) {
          List<String> place =
              List.of(damaged.substring(stretchFrom, at), text.substring(stretchText));
          (guessed ? guesses : shifts).add(place);
        }
        shifted = false;
        guessed = false;
        stretchFrom = at;
        stretchText = text.length();
      } else {
        shifted |= p.waiting() != Path.NOTHING;
      }
    }
  }
}
