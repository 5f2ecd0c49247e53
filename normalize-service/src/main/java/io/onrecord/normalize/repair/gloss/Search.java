package io.onrecord.normalize.repair.gloss;

import io.onrecord.normalize.repair.gloss.Path.Mark;
import java.util.Comparator;
import java.util.List;

/**
 * A beam search over the readings of one text. Where only one path is left and it is in step, all
 * before it is settled, and text that needs no weighing is copied; so cost is linear in the length
 * of the text and memory bounded by the longest stretch in doubt.
 */
final class Search {
  private static final double BROKEN = -40;
  private static final double DANGLING = -12;

  /** No gloss reaches further than this from the character before it. */
  private static final int REACH = 16;

  /** A stretch in doubt for longer than this is settled as it looks best there. */
  private static final int LONGEST_DOUBT = 2000;

  private final String text;
  private final ShiftUndo undo;
  private final Trace trace;
  private final Frontier[] ahead = new Frontier[REACH];
  private int settledAt;
  private long work;

  Search(String text, ShiftUndo undo, Trace trace) {
    this.text = text;
    this.undo = undo;
    this.trace = trace;
    for (int i = 0; i < REACH; i++) {
      ahead[i] = new Frontier();
    }
  }

  Reading read() {
    List<Path> alive = List.of(Path.behind((char) 0, (char) 0, false));
    for (int i = 0; i < text.length(); i++) {
      if (alive.size() == 1 && alive.get(0).inStep() && noneAhead()) {
        alive = List.of(copy(alive.get(0), i));
        i = settledAt;
        if (i == text.length()) {
          break;
        }
      } else if (i - settledAt > LONGEST_DOUBT && !alive.isEmpty()) {
        trace.follow(alive.get(0));
        alive = List.of(alive.get(0).settled());
        settledAt = i;
      }
      alive = next(alive, i);
    }
    Path end =
        alive.stream()
            .map(Search::finish)
            .max(Comparator.comparingDouble(Path::score))
            .orElseThrow();
    trace.follow(end);
    return trace.reading(work);
  }

  /** Writes down what is settled, and all that follows as long as it needs no weighing. */
  private Path copy(Path settled, int from) {
    trace.follow(settled);
    char previous = settled.previous();
    char last = settled.last();
    boolean closed = settled.closed();
    int i = from;
    while (i < text.length() && !undo.isDoubtful(text, i)) {
      int gloss = closed ? 0 : undo.lengthOfGloss(text, i, previous, last);
      if (gloss > 0) {
        trace.gloss(gloss);
        i += gloss;
        closed = true;
      } else {
        trace.plain(text.charAt(i), undo.chance(previous, last, text.charAt(i)));
        previous = last;
        last = text.charAt(i++);
        closed = false;
      }
      work++;
    }
    settledAt = i;
    return Path.behind(previous, last, closed);
  }

  private List<Path> next(List<Path> alive, int i) {
    work += alive.size();
    undo.read(text, i, alive, this);
    List<Path> next = at(i + 1).take();
    if (next.isEmpty() && !alive.isEmpty() && noneAhead()) {
      return List.of(afresh(alive.get(0), text.charAt(i)).reached(i + 1, 0));
    }
    return next;
  }

  /** A path has come behind the character before {@code index}. */
  void keep(int index, Path path, double cost) {
    at(index).keep(path.reached(index, cost));
  }

  private Frontier at(int index) {
    return ahead[index % REACH];
  }

  private boolean noneAhead() {
    for (Frontier frontier : ahead) {
      if (!frontier.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static Path finish(Path path) {
    return path.inStep()
        ? path.reached(path.at(), ContextModel.logChanceOfEnd(path.last()))
        : path.write('\uFFFD', Path.NOTHING, DANGLING, Mark.BROKEN);
  }

  private static Path afresh(Path path, char c) {
    Path ended = path.inStep() ? path : path.write('\uFFFD', Path.NOTHING, 0, Mark.BROKEN);
    return ended.write(c, Path.NOTHING, BROKEN, Mark.BROKEN);
  }
}
