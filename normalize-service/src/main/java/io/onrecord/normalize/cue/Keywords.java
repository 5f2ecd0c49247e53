package io.onrecord.normalize.cue;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of many words occur in a text in one pass: a bit set on the first two characters
 * rejects nearly every position, a trie decides the rest. Nothing is allocated for a text in which
 * no word occurs, and there is one of these passes over nearly every paragraph of every page: that
 * is why this is not a map of maps. Filled once, then only read.
 */
final class Keywords {
  private static final int FILTER_BITS = 1 << 16;
  private static final int SLOTS = 1 << 12;

  private final long[] pairFilter = new long[FILTER_BITS / Long.SIZE];
  private final @Nullable Node[] roots = new Node[SLOTS];
  private final int[] rootPairs = new int[SLOTS];
  private int rootCount;

  /** Words of one character: a bit for each, and their values. */
  private final long[] singleFilter = new long[FILTER_BITS / Long.SIZE];

  private final Node singles = new Node();
  private boolean anySingle;

  /** Where a word may go on, and the values of the words that end here. */
  private static final class Node {
    private char[] characters = {};
    private Node[] nodes = {};
    private int[] values = {};

    @Nullable Node next(char c) {
      for (int i = 0; i < characters.length; i++) {
        if (characters[i] == c) {
          return nodes[i];
        }
      }
      return null;
    }

    Node nextOrNew(char c) {
      Node known = next(c);
      if (known != null) {
        return known;
      }
      Node fresh = new Node();
      characters = Arrays.copyOf(characters, characters.length + 1);
      characters[characters.length - 1] = c;
      nodes = Arrays.copyOf(nodes, nodes.length + 1);
      nodes[nodes.length - 1] = fresh;
      return fresh;
    }

    void end(int value) {
      values = Arrays.copyOf(values, values.length + 1);
      values[values.length - 1] = value;
    }
  }

  void add(String word, int value) {
    if (word.length() == 1) {
      char c = word.charAt(0);
      singleFilter[c >> 6] |= 1L << c;
      singles.nextOrNew(c).end(value);
      anySingle = true;
      return;
    }
    int pair = pair(word.charAt(0), word.charAt(1));
    int bit = bit(pair);
    pairFilter[bit >> 6] |= 1L << bit;
    Node node = rootOrNew(pair);
    for (int i = 2; i < word.length(); i++) {
      node = node.nextOrNew(word.charAt(i));
    }
    node.end(value);
  }

  /** The values of the words that occur; null where none does. */
  @Nullable BitSet find(String text) {
    BitSet found = null;
    int last = text.length() - 1;
    char c = last < 0 ? 0 : text.charAt(0);
    for (int i = 0; i <= last; i++) {
      if (anySingle && (singleFilter[c >> 6] & 1L << c) != 0) {
        found = with(found, singles.next(c));
      }
      if (i == last) {
        break;
      }
      char next = text.charAt(i + 1);
      int bit = bit(pair(c, next));
      if ((pairFilter[bit >> 6] & 1L << bit) != 0) {
        Node node = root(pair(c, next));
        for (int at = i + 2; node != null; at++) {
          found = with(found, node);
          node = at > last ? null : node.next(text.charAt(at));
        }
      }
      c = next;
    }
    return found;
  }

  /** Whether any word occurs. */
  boolean anyIn(String text) {
    int last = text.length() - 1;
    char c = last < 0 ? 0 : text.charAt(0);
    for (int i = 0; i <= last; i++) {
      if (anySingle && (singleFilter[c >> 6] & 1L << c) != 0) {
        return true;
      }
      if (i == last) {
        break;
      }
      char next = text.charAt(i + 1);
      int bit = bit(pair(c, next));
      if ((pairFilter[bit >> 6] & 1L << bit) != 0) {
        Node node = root(pair(c, next));
        for (int at = i + 2; node != null; at++) {
          if (node.values.length > 0) {
            return true;
          }
          node = at > last ? null : node.next(text.charAt(at));
        }
      }
      c = next;
    }
    return false;
  }

  private static @Nullable BitSet with(@Nullable BitSet found, @Nullable Node node) {
    if (node == null || node.values.length == 0) {
      return found;
    }
    BitSet more = found == null ? new BitSet() : found;
    for (int value : node.values) {
      more.set(value);
    }
    return more;
  }

  private @Nullable Node root(int pair) {
    for (int slot = slot(pair); ; slot = (slot + 1) & (SLOTS - 1)) {
      Node node = roots[slot];
      if (node == null || rootPairs[slot] == pair) {
        return node;
      }
    }
  }

  private Node rootOrNew(int pair) {
    int slot = slot(pair);
    while (roots[slot] != null && rootPairs[slot] != pair) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    Node known = roots[slot];
    if (known != null) {
      return known;
    }
    if (++rootCount > SLOTS / 2) {
      throw new IllegalStateException("more than " + SLOTS / 2 + " beginnings of words");
    }
    Node fresh = new Node();
    roots[slot] = fresh;
    rootPairs[slot] = pair;
    return fresh;
  }

  private static int pair(char a, char b) {
    return a << 16 | b;
  }

  private static int bit(int pair) {
    return (pair * 0x9E3779B1) >>> 16;
  }

  private static int slot(int pair) {
    return (pair * 0x85EBCA6B) >>> 20;
  }
}
