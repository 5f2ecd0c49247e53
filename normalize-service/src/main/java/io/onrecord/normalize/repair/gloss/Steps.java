package io.onrecord.normalize.repair.gloss;

import io.onrecord.normalize.repair.gloss.Path.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All ways in which one more unit of the damaged text can be read: as part of a gloss that goes, as
 * the lead or the trail of a character, as itself. Every way has its cost in log chances.
 */
final class Steps {
  private static final double UNGLOSSED = -7;
  private static final double LOST_AND_GUESSED = -1;
  private static final double LOST_SIGN = -2;
  private static final double STRAY_LEAD = -4;
  private static final String SIGNS = "'\"<>()[]/-:;, \t0123456789";

  private final LegacyCharset charset;
  private final ContextModel model;
  private final int[][] glosses = new int[1 << 16][];
  private final char[] glossed;

  Steps(LegacyCharset charset, GlossTable table, ContextModel model) {
    this.charset = charset;
    this.model = model;
    StringBuilder characters = new StringBuilder();
    table
        .readings()
        .forEach(
            (c, reading) -> {
              glosses[c] = Unit.of(table.bracketed(reading), charset);
              characters.append(c);
            });
    glossed = characters.toString().toCharArray();
  }

  /** Adds to {@code to} every path that {@code from} can become by reading this unit. */
  void read(Path from, int unit, List<Path> to) {
    int[] open = from.gloss();
    if (open != null) {
      if (Unit.fits(unit, open[from.offset()])) {
        to.add(from.swallow(open, from.offset() + 1));
      }
      return;
    }
    int[] due = from.closed() ? null : glosses[tail(from)];
    if (due != null && Unit.fits(unit, due[0])) {
      to.add(from.swallow(due, 1));
    }
    double cost = due == null ? 0 : UNGLOSSED;
    if (Unit.isCharacter(unit)) {
      if (from.waiting() == Path.NOTHING) {
        char c = (char) unit;
        to.add(from.write(c, Path.NOTHING, cost + chance(from, c), Mark.NONE));
      }
    } else if (unit == Unit.LOST_HIGH || unit == Unit.LOST_WITH_NEXT || Unit.isLostBefore(unit)) {
      readLost(from, unit, cost, to);
    } else if (unit == Unit.LOST_ASCII) {
      readLostSign(from, cost, to);
    } else {
      readByte(from, unit, cost, to);
    }
  }

  private double chance(Path from, char next) {
    return model.logChance(from.previous(), from.last(), next);
  }

  /** The character whose two bytes are the last two that were read, wherever characters begin. */
  char tail(Path path) {
    if (path.waiting() == Path.NOTHING) {
      return tail(path.previous(), path.last());
    }
    int pair = charset.pair(path.last());
    return path.waiting() < 0 || pair == 0 ? 0 : charset.character(pair & 0xFF, path.waiting());
  }

  /**
   * The same between two characters: the last one, or the one that an ASCII sign makes with the
   * byte before it.
   */
  char tail(char previous, char last) {
    if (last >= 0x80 || last < LegacyCharset.FIRST_TRAIL) {
      return last;
    }
    int lead = charset.pair(previous) & 0xFF;
    char c = previous >= 0x80 && LegacyCharset.isLead(lead) ? charset.character(lead, last) : 0;
    return c == 0 ? last : c;
  }

  /** What the table inserts behind this character, as units; nothing for most. */
  int @Nullable [] gloss(char c) {
    return glosses[c];
  }

  /** The character that this lead byte would make of the last byte read; 0 if none. */
  char tailWith(Path path, int lead) {
    int pair = charset.pair(path.last());
    return pair == 0 ? 0 : charset.character(pair & 0xFF, lead);
  }

  private void readByte(Path from, int b, double cost, List<Path> to) {
    if (from.waiting() == Path.NOTHING) {
      if (b < 0x80) {
        char c = (char) b;
        to.add(from.write(c, Path.NOTHING, cost + chance(from, c), Mark.NONE));
      } else if (LegacyCharset.isLead(b)) {
        to.add(from.await(b, cost));
      }
    } else if (from.waiting() == Path.LOST_LEAD) {
      BestGuesses guesses = new BestGuesses();
      for (int lead = LegacyCharset.FIRST_LEAD; lead <= LegacyCharset.LAST_LEAD; lead++) {
        offer(from, charset.character(lead, b), guesses);
      }
      addAll(guesses, from, cost, to);
    } else {
      char c = charset.character(from.waiting(), b);
      if (c != 0) {
        to.add(from.write(c, Path.NOTHING, cost + chance(from, c), Mark.NONE));
      }
    }
  }

  /** A lost lead byte: the trail of the character that waits, or the first byte of a new one. */
  private void readLost(Path from, int unit, double cost, List<Path> to) {
    if (from.waiting() == Path.NOTHING) {
      to.add(from.await(Path.LOST_LEAD, cost + STRAY_LEAD));
      for (char c : glossed) {
        int pair = charset.pair(c);
        if (pair != 0 && mayBeLost(pair & 0xFF, unit) && tailWith(from, pair & 0xFF) == c) {
          to.add(from.await(pair & 0xFF, cost));
        }
      }
    } else if (from.waiting() >= 0) {
      BestGuesses guesses = new BestGuesses();
      for (int trail = LegacyCharset.FIRST_LEAD; trail <= LegacyCharset.LAST_LEAD; trail++) {
        char c = mayBeLost(trail, unit) ? charset.character(from.waiting(), trail) : 0;
        if (glosses[c] == null) {
          offer(from, c, guesses);
        } else {
          double known = cost + LOST_AND_GUESSED + chance(from, c);
          to.add(from.write(c, Path.NOTHING, known, Mark.NONE));
        }
      }
      addAll(guesses, from, cost + LOST_AND_GUESSED, to);
    }
  }

  /** Whether a decoder cannot have read this byte, by what stands behind it. */
  private boolean mayBeLost(int b, int unit) {
    if (unit == Unit.LOST_WITH_NEXT) {
      return charset.isUnreadable(b);
    }
    return unit == Unit.LOST_HIGH || charset.isUnreadable(b, Unit.next(unit));
  }

  private void readLostSign(Path from, double cost, List<Path> to) {
    if (from.waiting() == Path.NOTHING) {
      BestGuesses guesses = new BestGuesses();
      for (int i = 0; i < SIGNS.length(); i++) {
        offer(from, SIGNS.charAt(i), guesses);
      }
      addAll(guesses, from, cost + LOST_SIGN, to);
    }
  }

  private void offer(Path from, char c, BestGuesses guesses) {
    if (c != 0) {
      guesses.offer(c, chance(from, c));
    }
  }

  private static void addAll(BestGuesses guesses, Path from, double cost, List<Path> to) {
    for (int i = 0; i < guesses.size(); i++) {
      double chance = cost + guesses.chance(i);
      to.add(from.write(guesses.character(i), Path.NOTHING, chance, Mark.GUESSED));
    }
  }
}
