package io.onrecord.normalize.repair.gloss;

import io.onrecord.normalize.repair.gloss.GlossLearner.Learned;
import java.util.ArrayList;
import java.util.List;
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
 */
final class ShiftUndo {
  private static final int MAY_FIND = 24;
  private static final double NEW_GLOSS = -5;
  private static final double SIGN_FOR_PAIR = -3;
  private static final double DROPPED = -8;

  /** A swallowed sign that the text tells is far likelier than others where it stands. */
  private static final double TOLD_SIGN = 4;

  /** What a decoder that swallows the second byte, too, cannot have left behind a lost one. */
  private static final double LEFT_BEHIND = -6;

  /** A lost lead byte before a byte that would have made a pair with it. */
  private static final double UNPAIRED = -14;

  /** The other way round: a byte swallowed by a decoder that does not. */
  private static final double NOT_SWALLOWED = -10;

  /** A question mark for a byte, swallowed by the next decoder together with the byte before it. */
  private static final double LOST_TWICE = -3;

  /** The first of the full-width signs, A3 A1, which a second replacement turns into ASCII. */
  private static final int FULL_WIDTH = 0xA3;

  private final LegacyCharset charset;
  private final GlossTable table;
  private final Set<Character> neverGlossed;
  private final Steps steps;
  private final HiddenGlosses hidden;
  private final boolean swallows;
  private final ContextModel model;

  /**
   * @param swallows whether the decoder took the byte behind a stray lead byte with it
   */
  ShiftUndo(LegacyCharset charset, Learned learned, boolean swallows, ContextModel model) {
    this.charset = charset;
    this.table = learned.table();
    this.neverGlossed = learned.neverGlossed();
    this.swallows = swallows;
    this.model = model;
    this.steps = new Steps(charset, table, model);
    this.hidden = new HiddenGlosses(table.form(), charset);
  }

  /** The best reading of a text. */
  Reading read(String text) {
    return new Search(text, this, new Trace(text, steps, hidden)).read();
  }

  /** Whether a character in step can be read in more than one way. */
  boolean isDoubtful(String text, int i) {
    return isUnreadable(text.charAt(i)) || hidden.within(text, i).isPresent();
  }

  private static boolean isUnreadable(char c) {
    return c == '?' || c == '\uFFFD';
  }

  /** The length of the gloss that is due behind two characters and stands here; 0 if none does. */
  int lengthOfGloss(String text, int i, char previous, char last) {
    if (text.charAt(i) != table.form().brackets().open) {
      return 0;
    }
    String gloss = table.gloss(steps.tail(previous, last)).orElse("");
    return text.startsWith(gloss, i) ? gloss.length() : 0;
  }

  /** The logarithm of the chance of a character behind two others. */
  double chance(char previous, char last, char c) {
    return model.logChance(previous, last, c);
  }

  /** All that the character here can be, for each of the paths that have come to it. */
  void read(String text, int i, List<Path> alive, Search search) {
    char c = text.charAt(i);
    boolean unreadable = isUnreadable(c);
    int end = closedGloss(text, i);
    int next = i + 1 < text.length() ? charset.pair(text.charAt(i + 1)) : 0;
    int unopened = unreadable && i + 1 < text.length() ? closedReading(text, i + 1) : -1;
    char missing = unreadable ? LostSign.before(text, i + 1) : 0;
    int rank = 0;
    for (Path path : alive) {
      rank++;
      boolean between = path.gloss() == null;
      take(path, c < 0x80 || charset.pair(c) == 0 ? literal(c) : pair(c), 0, i, search);
      if (c == '€' && path.waiting() != Path.NOTHING) {
        take(path, new int[] {0x80}, 0, i, search);
      }
      if (between && path.waiting() != Path.NOTHING && c > 0x20 && c < 0x7F) {
        take(path, new int[] {FULL_WIDTH, c + 0x80}, SIGN_FOR_PAIR, i, search);
      }
      if (between && path.waiting() >= 0 && c < 0x80 && !unreadable) {
        take(path, new int[] {Unit.LOST_HIGH, c}, DROPPED, i, search);
      }
      if (unreadable) {
        take(path, new int[] {Unit.LOST_HIGH}, lostAlone(text, i + 1), i, search);
        if (next != 0) {
          take(path, new int[] {Unit.lostBefore(next >> 8)}, swallows ? LEFT_BEHIND : 0, i, search);
        }
        double swallowed = swallows ? 0 : NOT_SWALLOWED;
        take(path, new int[] {Unit.LOST_HIGH, Unit.LOST_ASCII}, swallowed, i, search);
        take(path, new int[] {Unit.LOST_WITH_NEXT, Unit.LOST_HIGH}, swallowed, i, search);
        if (unopened > 0 && path.waiting() >= 0) {
          int[] twice = {Unit.LOST_HIGH, Unit.LOST_HIGH, Unit.LOST_ASCII};
          take(path, twice, LOST_TWICE, i, search);
        }
        if (missing != 0) {
          take(path, new int[] {Unit.LOST_HIGH, missing}, swallowed + TOLD_SIGN, i, search);
        }
        if (between && rank <= MAY_FIND && i + 1 < text.length()) {
          newGlosses(path, text, i + 1, unopened, search);
          newGlosses(path, text, i + 2, closedGloss(text, i + 1), search);
        }
      } else if (between && end > 0 && path.waiting() >= 0 && !path.closed()) {
        newGloss(path, path.waiting(), steps.tail(path), end, search);
      }
    }
    hidden.within(text, i).ifPresent(g -> readHidden(g, charset.pair(c) >> 8, alive, i, search));
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
  private void readHidden(int[] gloss, int first, List<Path> alive, int i, Search search) {
    for (Path path : alive) {
      List<Path> to = new ArrayList<>();
      if (path.gloss() == null) {
        steps.read(path, first, to);
      }
      for (Path p : to) {
        if (p.gloss() == null && isNew(steps.tail(p))) {
          search.keep(i + 1, p.swallowFirstOfNew(gloss, NEW_GLOSS), 0);
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

  private void take(Path path, int[] units, double cost, int i, Search search) {
    List<Path> from = List.of(path);
    for (int unit : units) {
      List<Path> to = new ArrayList<>();
      for (Path p : from) {
        steps.read(p, unit, to);
      }
      from = to;
    }
    for (Path p : from) {
      search.keep(i + 1, p, cost);
    }
  }

  /**
   * A lost byte before a gloss that the table does not have: the gloss tells where, not which. If a
   * character of the table explains it, there is nothing new.
   */
  private void newGlosses(Path path, String text, int reading, int end, Search search) {
    if (end < 0 || path.waiting() != Path.NOTHING || path.closed()) {
      return;
    }
    for (int lead = LegacyCharset.FIRST_LEAD; lead <= LegacyCharset.LAST_LEAD; lead++) {
      String known = table.readings().getOrDefault(steps.tailWith(path, lead), "");
      if (known.length() == end - 1 - reading && text.startsWith(known, reading)) {
        return;
      }
    }
    for (int lead = LegacyCharset.FIRST_LEAD; lead <= LegacyCharset.LAST_LEAD; lead++) {
      newGloss(path, lead, steps.tailWith(path, lead), end, search);
    }
  }

  private void newGloss(Path path, int lead, char glossed, int end, Search search) {
    if (isNew(glossed)) {
      search.keep(end, path.swallowNew(lead, NEW_GLOSS), 0);
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
}
