package io.onrecord.normalize.repair.gloss;

/**
 * What a page itself says about which character follows which: counts of the forms that it uses,
 * and, blind to script, of pairs and triples of neighbours. Filled once, then only read.
 */
final class PageCounts {
  /** What a stretch that cannot be trusted is replaced by: nothing is counted across it. */
  static final char UNSURE = '\uFFFD';

  /** How much a follower that was seen says about those that were not. */
  private static final double DOUBT = 1.5;

  /** How many characters tell the script of a page, and how many occurrences the form of one. */
  private static final double SCRIPT = 20;

  private static final double FORMS = 0.5;

  private final int[] forms = new int[1 << 16];
  private final int[] singles = new int[1 << 16];
  private final HashedCounts pairs = new HashedCounts();
  private final HashedCounts triples = new HashedCounts();
  private final int[] followed = new int[1 << 16];
  private final int[] followers = new int[1 << 16];
  private final HashedCounts followedPairs = new HashedCounts();
  private final HashedCounts followersOfPairs = new HashedCounts();
  private long total;
  private int simplified;
  private int traditional;

  /** Counts a stretch of text; nothing is counted across its ends. */
  void add(String text) {
    int previous = 0;
    int before = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == UNSURE) {
        previous = 0;
        before = 0;
        continue;
      }
      int folded = Folded.of(c);
      forms[c]++;
      singles[folded]++;
      traditional += Rank.isOnlyTraditional(c) ? 1 : 0;
      simplified += Rank.isOnlySimplified(c) ? 1 : 0;
      total++;
      if (before != 0) {
        followers[before] += pairs.add(pair(before, folded), 1) ? 1 : 0;
        followed[before]++;
      }
      if (previous != 0) {
        int pair = pair(previous, before);
        if (triples.add(triple(previous, before, folded), 1)) {
          followersOfPairs.add(pair, 1);
        }
        followedPairs.add(pair, 1);
      }
      previous = before;
      before = folded;
    }
  }

  boolean has(int folded) {
    return singles[folded] != 0;
  }

  /** Of all characters, the share that are this one in any script. */
  double share(int folded) {
    return total == 0 ? 0 : singles[folded] / (double) total;
  }

  /** How likely the page is to write a character in this form and not in that of another script. */
  double formShare(char form, int folded) {
    if (!Folded.hasForms(folded)) {
      return 1;
    }
    int alike = simplified + traditional;
    if (Rank.isOnlyTraditional(form)) {
      alike = traditional;
    } else if (Rank.isOnlySimplified(form)) {
      alike = simplified;
    }
    double expected = (alike + SCRIPT) / (simplified + traditional + SCRIPT);
    return (forms[form] + FORMS * expected) / (singles[folded] + FORMS);
  }

  /**
   * The chance of a character behind two others, the more by what the page writes there and the
   * less by {@code elsewhere}, the oftener and the more alike it writes it (Witten and Bell).
   */
  double chance(int previous, int before, int folded, double elsewhere) {
    if (followers[before] == 0) {
      return elsewhere;
    }
    int both = singles[folded] == 0 ? 0 : pairs.get(pair(before, folded));
    double doubt = DOUBT * followers[before];
    double chance = (both + doubt * elsewhere) / (followed[before] + doubt);
    int pair = pair(previous, before);
    int times = followedPairs.get(pair);
    if (times == 0) {
      return chance;
    }
    doubt = DOUBT * followersOfPairs.get(pair);
    int all = both == 0 ? 0 : triples.get(triple(previous, before, folded));
    return (all + doubt * chance) / (times + doubt);
  }

  private static int pair(int before, int folded) {
    return before << 16 | folded;
  }

  private static int triple(int previous, int before, int folded) {
    return HashedCounts.mixed(pair(previous, before)) + folded;
  }
}
