package io.onrecord.normalize.repair.gloss;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Objects;
import org.apache.lucene.analysis.cn.smart.CharType;

/**
 * Chinese prose at large: which characters words are made of, and how often they are used, from the
 * dictionary of Lucene's analysis for Chinese (86,000 words, counted in eight million). It is in
 * simplified script; ask with folded characters. Loaded at first use, which only a page with
 * inserted glosses makes.
 */
final class Prose {
  private static final String WORDS = "hhmm/coredict.mem";
  private static final Charset GB2312 = Charset.forName("GB2312");
  private static final int CELLS = 94;

  /** How often two characters must be seen in words before what follows them there counts most. */
  private static final double CONFIDENT = 30;

  private static final int FIRST_CELL = 0xA1;

  private final int[] singles = new int[1 << 16];
  private final int[] starts = new int[1 << 16];
  private final int[] followed = new int[1 << 16];
  private final HashedCounts pairs = new HashedCounts();
  private final HashedCounts ended = new HashedCounts();
  private final HashedCounts triples = new HashedCounts();
  private long words;

  private Prose() {}

  private static final class Loaded {
    static final Prose PROSE = load();
  }

  /** The counts, read when they are asked for first. */
  static Prose get() {
    return Loaded.PROSE;
  }

  /** Whether any word has this character. */
  boolean knows(int folded) {
    return singles[folded] != 0;
  }

  /**
   * The chance of a character behind two others: it goes on in the word that they are in, or begins
   * another one.
   */
  double chance(int previous, int before, int folded) {
    double start = starts[folded] / (double) words;
    int times = singles[before];
    if (times == 0) {
      return start;
    }
    int pair = before << 16 | folded;
    double chance = (pairs.get(pair) + (times - followed[before]) * start) / times;
    int pairBefore = previous << 16 | before;
    int both = pairs.get(pairBefore);
    if (both == 0) {
      return chance;
    }
    double ends = ended.get(pairBefore) * start;
    int inWord = triples.get(triple(previous, before, folded));
    return (inWord + ends + CONFIDENT * chance) / (both + CONFIDENT);
  }

  private void add(char[] word, int times) {
    int previous = 0;
    int before = 0;
    for (char form : word) {
      int c = Folded.of(form);
      singles[c] += times;
      if (before == 0) {
        starts[c] += times;
      } else {
        pairs.add(before << 16 | c, times);
        followed[before] += times;
      }
      if (previous != 0) {
        triples.add(triple(previous, before, c), times);
      }
      previous = before;
      before = c;
    }
    if (previous != 0) {
      ended.add(previous << 16 | before, times);
    }
    words += times;
  }

  private static int triple(int previous, int before, int folded) {
    return HashedCounts.mixed(previous << 16 | before) + folded;
  }

  /** The dictionary is four arrays; words are sorted into the cells of GB 2312 by their start. */
  private static Prose load() {
    Prose prose = new Prose();
    try (InputStream in = Objects.requireNonNull(CharType.class.getResourceAsStream(WORDS), WORDS);
        ObjectInputStream arrays = new ObjectInputStream(new BufferedInputStream(in, 1 << 16))) {
      arrays.setObjectInputFilter(Prose::onlyArrays);
      arrays.readObject();
      arrays.readObject();
      char[][][] rests = (char[][][]) arrays.readObject();
      int[][] times = (int[][]) arrays.readObject();
      for (int cell = 0; cell < rests.length; cell++) {
        if (rests[cell] != null) {
          char start = start(cell);
          for (int i = 0; i < rests[cell].length; i++) {
            prose.add(word(start, rests[cell][i]), Math.max(1, times[cell][i]));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + WORDS, e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(WORDS + " is not made of arrays", e);
    }
    return prose;
  }

  private static ObjectInputFilter.Status onlyArrays(ObjectInputFilter.FilterInfo info) {
    Class<?> type = info.serialClass();
    return type == null || type.isArray()
        ? ObjectInputFilter.Status.ALLOWED
        : ObjectInputFilter.Status.REJECTED;
  }

  private static char start(int cell) {
    byte[] pair = {(byte) (cell / CELLS + FIRST_CELL), (byte) (cell % CELLS + FIRST_CELL)};
    return new String(pair, GB2312).charAt(0);
  }

  private static char[] word(char start, char[] rest) {
    char[] word = new char[1 + (rest == null ? 0 : rest.length)];
    word[0] = start;
    if (rest != null) {
      System.arraycopy(rest, 0, word, 1, rest.length);
    }
    return word;
  }
}
