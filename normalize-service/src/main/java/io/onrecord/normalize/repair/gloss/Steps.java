package io.onrecord.normalize.repair.gloss;

import io.onrecord.normalize.repair.gloss.Path.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All ways in which one more unit of the damaged text can be read: as part of a gloss that goes, as
 * the lead or the trail of a character, as itself. Every way has its cost in log chances.
 */
final class Steps {
  private static final double UNGLOSSED = -7;
  private static final double LOST_AND_GUESSED = -1;
  private static final double LOST_SIGN = -2;
  private static final double STRAY_LEAD = -4;
  private static final int BEST_GUESSES = 16;
  private static final String SIGNS = "'\"<>()[]/-:;, \t0123456789";

  private final LegacyCharset charset;
  private final BigramModel model;
  private final Map<Character, int[]> glosses = new TreeMap<>();

  Steps(LegacyCharset charset, GlossTable table, BigramModel model) {
    this.charset = charset;
    this.model = model;
    table
        .readings()
        .forEach((c, reading) -> glosses.put(c, Unit.of(table.bracketed(reading), charset)));
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
    int[] due = from.closed() ? null : glosses.get(tail(from));
    if (due != null && Unit.fits(unit, due[0])) {
      to.add(from.swallow(due, 1));
    }
    double cost = due == null ? 0 : UNGLOSSED;
    if (Unit.isCharacter(unit)) {
      if (from.waiting() == Path.NOTHING) {
        char c = (char) unit;
        to.add(from.write(c, Path.NOTHING, cost + model.logChance(from.last(), c), Mark.NONE));
      }
    } else if (unit == Unit.LOST_HIGH) {
      readLost(from, cost, to);
    } else if (unit == Unit.LOST_ASCII) {
      readLostSign(from, cost, to);
    } else {
      readByte(from, unit, cost, to);
    }
  }

  /** The character whose two bytes are the last two that were read, wherever characters begin. */
  char tail(Path path) {
    if (path.waiting() == Path.NOTHING) {
      return path.last();
    }
    int pair = charset.pair(path.last());
    return path.waiting() < 0 || pair == 0 ? 0 : charset.character(pair & 0xFF, path.waiting());
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
        to.add(from.write(c, Path.NOTHING, cost + model.logChance(from.last(), c), Mark.NONE));
      } else if (LegacyCharset.isLead(b)) {
        to.add(from.await(b, cost));
      }
    } else if (from.waiting() == Path.LOST_LEAD) {
      List<Path> guesses = new ArrayList<>();
      for (int lead = LegacyCharset.FIRST_LEAD; lead <= LegacyCharset.LAST_LEAD; lead++) {
        complete(from, charset.character(lead, b), cost, Mark.GUESSED).ifPresent(guesses::add);
      }
      addBest(guesses, to);
    } else {
      complete(from, charset.character(from.waiting(), b), cost, Mark.NONE).ifPresent(to::add);
    }
  }

  private Optional<Path> complete(Path from, char c, double cost, Mark how) {
    if (c == 0) {
      return Optional.empty();
    }
    double chance = model.logChance(from.last(), c);
    return Optional.of(from.write(c, Path.NOTHING, cost + chance, how));
  }

  /** A lost lead byte: the trail of the character that waits, or the first byte of a new one. */
  private void readLost(Path from, double cost, List<Path> to) {
    if (from.waiting() == Path.NOTHING) {
      to.add(from.await(Path.LOST_LEAD, cost + STRAY_LEAD));
      for (char c : glosses.keySet()) {
        int pair = charset.pair(c);
        if (pair != 0 && tailWith(from, pair & 0xFF) == c) {
          to.add(from.await(pair & 0xFF, cost));
        }
      }
    } else if (from.waiting() >= 0) {
      List<Path> guesses = new ArrayList<>();
      for (int trail = LegacyCharset.FIRST_LEAD; trail <= LegacyCharset.LAST_LEAD; trail++) {
        char c = charset.character(from.waiting(), trail);
        boolean glossed = glosses.containsKey(c);
        Optional<Path> path =
            complete(from, c, cost + LOST_AND_GUESSED, glossed ? Mark.NONE : Mark.GUESSED);
        path.ifPresent(glossed ? to::add : guesses::add);
      }
      addBest(guesses, to);
    }
  }

  private void readLostSign(Path from, double cost, List<Path> to) {
    if (from.waiting() == Path.NOTHING) {
      for (int i = 0; i < SIGNS.length(); i++) {
        char c = SIGNS.charAt(i);
        double chance = model.logChance(from.last(), c);
        to.add(from.write(c, Path.NOTHING, cost + LOST_SIGN + chance, Mark.GUESSED));
      }
    }
  }

  private static void addBest(List<Path> guesses, List<Path> to) {
    guesses.sort(Comparator.comparingDouble(Path::score).reversed());
    to.addAll(guesses.subList(0, Math.min(BEST_GUESSES, guesses.size())));
  }
}
