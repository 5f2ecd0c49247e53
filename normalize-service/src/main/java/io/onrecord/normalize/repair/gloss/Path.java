package io.onrecord.normalize.repair.gloss;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One way to read the bytes of a damaged text up to some byte: what was written so far, the byte
 * that waits for its partner, the gloss that is just being taken away.
 *
 * @param written the character that this step completed, or 0
 * @param last the last character written so far, or 0
 * @param previous the one before it, or 0
 * @param waiting the lead byte that waits for its trail, {@link #NOTHING}, or {@link #LOST_LEAD}
 * @param gloss what is being taken away, as units
 * @param offset how much of it has gone by
 * @param closed whether a gloss ended right here
 * @param mark what this step stands for, where that is to be told
 * @param at index in the damaged text that this step reached, -1 inside a character
 */
record Path(
    @Nullable Path before,
    char written,
    char last,
    char previous,
    int waiting,
    int @Nullable [] gloss,
    int offset,
    boolean closed,
    Mark mark,
    int at,
    double score) {

  static final int NOTHING = -1;
  static final int LOST_LEAD = -2;

  /** What a step did that the ledger of repairs wants to know. */
  enum Mark {
    NONE,
    /** A gloss of the table ended here. */
    GLOSS,
    /** A gloss ended here whose character the table does not have. */
    NEW_GLOSS,
    /** The character written here has a byte that only context could tell. */
    GUESSED,
    /** The bytes made no sense any more and the reading started afresh. */
    BROKEN
  }

  /** A path that begins in step, behind two characters that are settled. */
  static Path behind(char previous, char last, boolean closed) {
    return new Path(null, (char) 0, last, previous, NOTHING, null, 0, closed, Mark.NONE, -1, 0);
  }

  /** This path without its past, for when that is settled. */
  Path settled() {
    return new Path(
        null, (char) 0, last, previous, waiting, gloss, offset, closed, Mark.NONE, -1, 0);
  }

  /** Whether it stands between two characters and outside of a gloss. */
  boolean inStep() {
    return waiting == NOTHING && gloss == null;
  }

  /** Whether what follows is the same for both: they differ only in their past. */
  boolean goesOnLike(Path other) {
    return last == other.last
        && waiting == other.waiting
        && offset == other.offset
        && closed == other.closed
        && Arrays.equals(gloss, other.gloss);
  }

  /** Equal for paths that go on alike. */
  int state() {
    return HashedCounts.mixed((last << 10) + waiting * 64 + offset * 2 + (closed ? 1 : 0));
  }

  Path write(char c, int nowWaiting, double cost, Mark how) {
    return new Path(this, c, c, last, nowWaiting, null, 0, false, how, -1, score + cost);
  }

  Path await(int lead, double cost) {
    return new Path(
        this, (char) 0, last, previous, lead, null, 0, false, Mark.NONE, -1, score + cost);
  }

  /** One more unit of a gloss; at its end the path is back where it was before the gloss. */
  Path swallow(int[] units, int count) {
    boolean done = count == units.length;
    return new Path(
        this,
        (char) 0,
        last,
        previous,
        waiting,
        done ? null : units,
        done ? 0 : count,
        done,
        done ? Mark.GLOSS : Mark.NONE,
        -1,
        score);
  }

  /** The first unit of a gloss that is not in the table. */
  Path swallowFirstOfNew(int[] units, double cost) {
    return new Path(
        this, (char) 0, last, previous, waiting, units, 1, false, Mark.NEW_GLOSS, -1, score + cost);
  }

  /** A gloss that is not in the table goes as a whole. */
  Path swallowNew(int lead, double cost) {
    return new Path(
        this, (char) 0, last, previous, lead, null, 0, true, Mark.NEW_GLOSS, -1, score + cost);
  }

  /** This path, standing behind a character of the damaged text. */
  Path reached(int index, double cost) {
    return new Path(
        before, written, last, previous, waiting, gloss, offset, closed, mark, index, score + cost);
  }
}
