package io.onrecord.script;

import java.util.BitSet;

/**
 * Which characters are forms of each other: the connected sets of OpenCC's character tables (both
 * directions, Taiwan and Hong Kong) and of our own list, each with one representative.
 */
final class Variants {
  /** The first code point that can have another form: CJK Extension A. */
  static final int FIRST = 0x3400;

  /** After the last one: the end of the Tertiary Ideographic Plane. */
  private static final int END = 0x40000;

  /** Indexed by code point minus {@link #FIRST}; 0 where the character stands for itself. */
  private final int[] representatives;

  private Variants(int[] representatives) {
    this.representatives = representatives;
  }

  int representative(int codePoint) {
    int index = codePoint - FIRST;
    if (index >= representatives.length || representatives[index] == 0) {
      return codePoint;
    }
    return representatives[index];
  }

  static Variants load() {
    Sets sets = new Sets();
    for (String table :
        new String[] {"TSCharacters.txt", "STCharacters.txt", "TWVariants.txt", "HKVariants.txt"}) {
      sets.addAll(Tables.opencc(table));
    }
    sets.addAll(Tables.ours("more-variants.tsv"));
    return new Variants(sets.representatives());
  }

  /**
   * The connected sets while they grow (union-find), indexed by code point minus FIRST. Zero means
   * "itself" everywhere, so that only the few thousand characters that the tables name cost time.
   */
  private static final class Sets {
    private final int[] parents = new int[END - FIRST];

    /** How often a table chooses a character first: the common forms lead. */
    private final byte[] votes = new byte[END - FIRST];

    /** The characters that the tables name. */
    private final BitSet named = new BitSet(END - FIRST);

    /** Lines of a character and those that it may become, parted by tabs and spaces; # comments. */
    void addAll(String table) {
      int first = 0;
      int seen = 0;
      boolean comment = false;
      for (int i = 0; i < table.length(); ) {
        int codePoint = table.codePointAt(i);
        i += Character.charCount(codePoint);
        if (codePoint == '\n') {
          seen = 0;
          comment = false;
        } else if (codePoint == '#') {
          comment = true;
        } else if (!comment && codePoint >= FIRST && codePoint < END) {
          named.set(codePoint - FIRST);
          if (seen == 0) {
            first = codePoint;
          } else {
            join(first, codePoint);
            votes[codePoint - FIRST] += (byte) (seen == 1 ? 1 : 0);
          }
          seen++;
        }
      }
    }

    private void join(int one, int other) {
      int root = root(one);
      int otherRoot = root(other);
      if (root != otherRoot) {
        parents[root - FIRST] = otherRoot;
      }
    }

    private int root(int codePoint) {
      int root = codePoint;
      while (parents[root - FIRST] != 0) {
        root = parents[root - FIRST];
      }
      return root;
    }

    int[] representatives() {
      int[] best = new int[named.length()];
      for (int i = named.nextSetBit(0); i >= 0; i = named.nextSetBit(i + 1)) {
        int root = root(i + FIRST) - FIRST;
        if (best[root] == 0 || leads(i + FIRST, best[root])) {
          best[root] = i + FIRST;
        }
      }
      int[] representatives = new int[named.length()];
      for (int i = named.nextSetBit(0); i >= 0; i = named.nextSetBit(i + 1)) {
        representatives[i] = best[root(i + FIRST) - FIRST];
      }
      return representatives;
    }

    /**
     * In the basic plane before outside it (lengths stay), then the most chosen, then the lowest.
     */
    private boolean leads(int codePoint, int other) {
      boolean outside = codePoint > Character.MAX_VALUE;
      boolean otherOutside = other > Character.MAX_VALUE;
      return outside == otherOutside
          ? votes[codePoint - FIRST] > votes[other - FIRST]
          : otherOutside;
    }
  }
}
