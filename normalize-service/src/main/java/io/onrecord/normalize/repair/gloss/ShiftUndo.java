package io.onrecord.normalize.repair.gloss;

import io.onrecord.normalize.repair.gloss.GlossLearner.Learned;
import io.onrecord.normalize.repair.gloss.Path.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the glosses away where they were put: between two bytes, not between two characters.
 *
 * <p>{@code 變人} is D7 <b>83 C8</b> CB in GBK. The middle pair is 內, so a replacement that sees only
 * bytes writes {@code (nèi)} behind it; a decoder then finds C8 28, writes a question mark for
 * both, and reads everything up to the next ASCII byte one byte too late: {@code 變?nèi)祟惖墓ぷ鞣绞?,}.
 * Read as bytes again, with the gloss taken out, it is {@code 變人類的工作方式,}. Where the question mark
 * hides a byte that no gloss names, the text itself decides: all readings are weighed by how likely
 * their characters follow each other, and the best one stands.
 *
 * <p>A beam search over paths; linear in the length of the text.
 */
final class ShiftUndo {
  private static final int BEAM = 160;
  private static final int MAY_FIND = 24;
  private static final double HOPELESS = 30;
  private static final double BROKEN = -40;
  private static final double NEW_GLOSS = -5;
  private static final double SIGN_FOR_PAIR = -3;
  private static final double DROPPED = -8;
  private static final double DANGLING = -12;

  /** What a decoder that swallows the second byte, too, cannot have left behind a lost one. */
  private static final double LEFT_BEHIND = -6;

  /** A lost lead byte before a byte that would have made a pair with it. */
  private static final double UNPAIRED = -14;

  /** The other way round: a byte swallowed by a decoder that does not. */
  private static final double NOT_SWALLOWED = -10;

  /** The first of the full-width signs, A3 A1, which a second replacement turns into ASCII. */
  private static final int FULL_WIDTH = 0xA3;

  private final LegacyCharset charset;
  private final GlossTable table;
  private final Set<Character> neverGlossed;
  private final Steps steps;
  private final boolean swallows;

  /**
   * @param swallows whether the decoder took the byte behind a stray lead byte with it
   */
  ShiftUndo(LegacyCharset charset, Learned learned, boolean swallows, BigramModel model) {
    this.charset = charset;
    this.table = learned.table();
    this.neverGlossed = learned.neverGlossed();
    this.swallows = swallows;
    this.steps = new Steps(charset, table, model);
  }

  /** The best reading of a text. */
  Reading read(String text) {
    return BrokenGlosses.mayBeIn(text) || table.form().brackets().open >= 0x80
        ? search(text)
        : PlainGlosses.without(text, table).orElseGet(() -> search(text));
  }

  private Reading search(String text) {
    List<Map<Path.Key, Path>> at = new ArrayList<>();
    for (int i = 0; i <= text.length(); i++) {
      at.add(new LinkedHashMap<>());
    }
    keep(at.get(0), Path.START, 0, 0);
    HiddenGlosses hidden = new HiddenGlosses(text, table.form(), charset);
    for (int i = 0; i < text.length(); i++) {
      List<Path> alive = best(at.get(i).values());
      at.set(i, Map.of());
      char c = text.charAt(i);
      int index = i;
      readCharacter(text, i, alive, at);
      hidden.within(i).ifPresent(g -> readHidden(g, charset.pair(c) >> 8, alive, index, at));
      if (!alive.isEmpty() && at.get(i + 1).isEmpty() && noneAhead(at, i + 2)) {
        keep(at.get(i + 1), afresh(alive.get(0), text.charAt(i)), i + 1, 0);
      }
    }
    List<Path> last = best(at.get(text.length()).values().stream().map(ShiftUndo::finish).toList());
    return Reading.of(text, last.get(0), steps, hidden);
  }

  private static boolean noneAhead(List<Map<Path.Key, Path>> at, int from) {
    for (int i = from; i < Math.min(at.size(), from + ReadingStyle.MAX_LENGTH + 2); i++) {
      if (!at.get(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static Path finish(Path path) {
    boolean whole = path.waiting() == Path.NOTHING && path.gloss() == null;
    return whole ? path : path.write('\uFFFD', Path.NOTHING, DANGLING, Mark.BROKEN);
  }

  private static Path afresh(Path path, char c) {
    Path ended =
        path.waiting() == Path.NOTHING && path.gloss() == null
            ? path
            : path.write('\uFFFD', Path.NOTHING, 0, Mark.BROKEN);
    return ended.write(c, Path.NOTHING, BROKEN, Mark.BROKEN);
  }

  private void readCharacter(String text, int i, List<Path> alive, List<Map<Path.Key, Path>> at) {
    char c = text.charAt(i);
    Map<Path.Key, Path> next = at.get(i + 1);
    boolean unreadable = c == '?' || c == '\uFFFD';
    int end = closedGloss(text, i);
    int rank = 0;
    for (Path path : alive) {
      rank++;
      boolean between = path.gloss() == null;
      take(path, c < 0x80 || charset.pair(c) == 0 ? literal(c) : pair(c), 0, i, next);
      if (c == '€' && path.waiting() != Path.NOTHING) {
        take(path, new int[] {0x80}, 0, i, next);
      }
      if (between && path.waiting() != Path.NOTHING && c > 0x20 && c < 0x7F) {
        take(path, new int[] {FULL_WIDTH, c + 0x80}, SIGN_FOR_PAIR, i, next);
      }
      if (between && path.waiting() >= 0 && c < 0x80 && !unreadable) {
        take(path, new int[] {Unit.LOST_HIGH, c}, DROPPED, i, next);
      }
      if (unreadable) {
        take(path, new int[] {Unit.LOST_HIGH}, lostAlone(text, i + 1), i, next);
        double swallowed = swallows ? 0 : NOT_SWALLOWED;
        take(path, new int[] {Unit.LOST_HIGH, Unit.LOST_ASCII}, swallowed, i, next);
        if (between && rank <= MAY_FIND && i + 1 < text.length()) {
          newGlosses(path, closedReading(text, i + 1), at);
          newGlosses(path, closedGloss(text, i + 1), at);
        }
      } else if (between && end > 0 && path.waiting() >= 0 && !path.closed()) {
        newGloss(path, path.waiting(), steps.tail(path), end, at);
      }
    }
  }

  /** What it costs to believe that a question mark is one byte and the text goes on behind it. */
  private double lostAlone(String text, int next) {
    if (next == text.length()) {
      return 0;
    }
    char c = text.charAt(next);
    if (c >= 0x80) {
      return Han.is(c) ? UNPAIRED : SIGN_FOR_PAIR;
    }
    return swallows && c != ',' && c != '?' && c != ';' ? LEFT_BEHIND : 0;
  }

  /** A gloss that the table does not have, begun with the second byte of a character. */
  private void readHidden(
      int[] gloss, int first, List<Path> alive, int i, List<Map<Path.Key, Path>> at) {
    for (Path path : alive) {
      List<Path> to = new ArrayList<>();
      if (path.gloss() == null) {
        steps.read(path, first, to);
      }
      for (Path p : to) {
        if (p.gloss() == null && isNew(steps.tail(p))) {
          keep(at.get(i + 1), p.swallowFirstOfNew(gloss, NEW_GLOSS), i + 1, 0);
        }
      }
    }
  }

  private boolean isNew(char glossed) {
    return Han.is(glossed)
        && !table.readings().containsKey(glossed)
        && !neverGlossed.contains(glossed);
  }

  private static int[] literal(char c) {
    return new int[] {c < 0x80 ? c : Unit.character(c)};
  }

  private int[] pair(char c) {
    int pair = charset.pair(c);
    return new int[] {pair >> 8, pair & 0xFF};
  }

  private void take(Path path, int[] units, double cost, int i, Map<Path.Key, Path> next) {
    List<Path> from = List.of(path);
    for (int unit : units) {
      List<Path> to = new ArrayList<>();
      for (Path p : from) {
        steps.read(p, unit, to);
      }
      from = to;
    }
    for (Path p : from) {
      keep(next, p, i + 1, cost);
    }
  }

  /** A lost byte before a gloss that the table does not have: the gloss tells where, not which. */
  private void newGlosses(Path path, int end, List<Map<Path.Key, Path>> at) {
    if (end < 0 || path.waiting() != Path.NOTHING || path.closed()) {
      return;
    }
    for (int lead = LegacyCharset.FIRST_LEAD; lead <= LegacyCharset.LAST_LEAD; lead++) {
      newGloss(path, lead, steps.tailWith(path, lead), end, at);
    }
  }

  private void newGloss(Path path, int lead, char glossed, int end, List<Map<Path.Key, Path>> at) {
    if (isNew(glossed)) {
      keep(at.get(end), path.swallowNew(lead, NEW_GLOSS), end, 0);
    }
  }

  /** Where a gloss that opens here ends; -1 if none does. */
  private int closedGloss(String text, int i) {
    return i < text.length() && text.charAt(i) == table.form().brackets().open
        ? closedReading(text, i + 1)
        : -1;
  }

  private int closedReading(String text, int i) {
    int limit = Math.min(text.length(), i + ReadingStyle.MAX_LENGTH + 1);
    int close = i;
    while (close < limit && text.charAt(close) != table.form().brackets().close) {
      close++;
    }
    if (close == limit) {
      return -1;
    }
    int end = close + 1;
    return ReadingStyle.of(text.substring(i, close))
        .filter(table.form().style()::equals)
        .map(style -> end)
        .orElse(-1);
  }

  private static void keep(Map<Path.Key, Path> paths, Path path, int at, double cost) {
    paths.merge(path.key(), path.reached(at, cost), (a, b) -> a.score() >= b.score() ? a : b);
  }

  private static List<Path> best(Collection<Path> paths) {
    double top = paths.stream().mapToDouble(Path::score).max().orElse(0);
    List<Path> sorted = new ArrayList<>();
    for (Path path : paths) {
      if (path.score() >= top - HOPELESS) {
        sorted.add(path);
      }
    }
    sorted.sort(Comparator.comparingDouble(Path::score).reversed());
    return sorted.size() <= BEAM ? sorted : sorted.subList(0, BEAM);
  }
}
