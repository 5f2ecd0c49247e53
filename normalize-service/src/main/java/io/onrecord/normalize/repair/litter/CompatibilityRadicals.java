package io.onrecord.normalize.repair.litter;

import io.onrecord.normalize.repair.quote.QuotedDamage;
import io.onrecord.normalize.repair.quote.QuotingLines;
import io.onrecord.normalize.repair.sound.SoundText;
import io.onrecord.normalize.repair.step.Ledger;
import io.onrecord.normalize.repair.step.Repairing;
import io.onrecord.normalize.repair.step.Sign;
import io.onrecord.normalize.repair.step.Signs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Radicals in the place of the characters that look the same, as text extracted from PDF has them:
 * {@code ⽤⼾} for {@code 用户}, so that no search finds the word.
 *
 * <p>A radical is taken for a character when it stands in running Chinese or Japanese text, that is
 * in a run of ideographs that holds a real one or several radicals that make a word. Radicals that
 * stand alone, and those of a line that talks about radicals, are meant.
 */
public final class CompatibilityRadicals implements Repairing {
  private static final String KIND = "compatibility-radical";
  private static final String RESOURCE = "/io/onrecord/normalize/repair/radicals.txt";
  private static final int FIRST = 0x2E80;
  private static final int LAST = 0x2FD5;

  private static final int COMMON = 100;

  private final SoundText sound = SoundText.model();
  private final char[] characters = load();
  private final QuotedDamage quoted = new QuotedDamage();

  @Override
  public boolean mayConcern(Signs signs) {
    return signs.has(Sign.RADICAL);
  }

  @Override
  public String repair(String text, Ledger ledger) {
    StringBuilder out = null;
    QuotingLines lines = quoted.linesOf(text);
    int i = 0;
    while (i < text.length()) {
      if (!isRadical(text.charAt(i))) {
        i++;
        continue;
      }
      int from = i;
      while (from > 0 && isIdeograph(text.charAt(from - 1)) && i - from < 20) {
        from--;
      }
      int to = i;
      boolean real = from < i;
      while (to < text.length() && isIdeographOrRadical(text.charAt(to))) {
        real |= !isRadical(text.charAt(to));
        to++;
      }
      if ((real || isWord(text, i, to)) && !lines.at(i).talksOfDamage()) {
        out = out == null ? new StringBuilder(text) : out;
        for (int k = i; k < to; k++) {
          if (isRadical(text.charAt(k))) {
            out.setCharAt(k, characters[text.charAt(k) - FIRST]);
          }
        }
        ledger.add(KIND, text.substring(from, to), out.substring(from, to));
      }
      i = to;
    }
    return out == null ? text : out.toString();
  }

  /** Radicals alone: not one by itself, not a row of the table, and common characters all. */
  private boolean isWord(String text, int from, int to) {
    int rarity = 0;
    boolean row = true;
    for (int i = from; i < to; i++) {
      rarity += sound.rarity(characters[text.charAt(i) - FIRST]);
      row &= i == from || text.charAt(i) == text.charAt(i - 1) + 1;
    }
    return to - from > 1 && !row && rarity < COMMON * (to - from);
  }

  private boolean isRadical(char c) {
    return c >= FIRST && c <= LAST && characters[c - FIRST] != 0;
  }

  private boolean isIdeographOrRadical(char c) {
    return isIdeograph(c) || isRadical(c);
  }

  private static boolean isIdeograph(char c) {
    return c >= 0x4E00 && c <= 0x9FFF || c >= 0x3400 && c <= 0x4DBF || c >= 0x3040 && c < 0x3100;
  }

  private static char[] load() {
    char[] characters = new char[LAST - FIRST + 1];
    try (InputStream in = CompatibilityRadicals.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> characters[line.charAt(0) - FIRST] = line.charAt(2));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
    return characters;
  }
}
