package io.onrecord.normalize.cue;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which of many words occur in a text in one pass: a bit set on the first two characters
 * rejects nearly every position, a trie decides the rest. Filled once, then only read.
 */
final class Keywords {
  private static final int FILTER_BITS = 1 << 16;

  private final long[] filter = new long[FILTER_BITS / Long.SIZE];
  private final Map<Integer, Node> roots = new HashMap<>();
  private final Map<Character, BitSet> singles = new HashMap<>();

  private static final class Node {
    private final Map<Character, Node> next = new HashMap<>();
    private final BitSet values = new BitSet();
  }

  void add(String word, int value) {
    if (word.length() == 1) {
      singles.computeIfAbsent(word.charAt(0), c -> new BitSet()).set(value);
      return;
    }
    int pair = pair(word.charAt(0), word.charAt(1));
    int slot = slot(pair);
    filter[slot >> 6] |= 1L << slot;
    Node node = roots.computeIfAbsent(pair, p -> new Node());
    for (int i = 2; i < word.length(); i++) {
      node = node.next.computeIfAbsent(word.charAt(i), c -> new Node());
    }
    node.values.set(value);
  }

  /** The values of the words that occur. */
  BitSet find(String text) {
    BitSet found = new BitSet();
    for (int i = 0; i < text.length() && !singles.isEmpty(); i++) {
      BitSet values = singles.get(text.charAt(i));
      if (values != null) {
        found.or(values);
      }
    }
    for (int i = 0; i + 1 < text.length(); i++) {
      Node node = rootAt(text, i);
      int at = i + 2;
      while (node != null) {
        found.or(node.values);
        node = at < text.length() ? node.next.get(text.charAt(at++)) : null;
      }
    }
    return found;
  }

  /** Where the first word begins, or -1. */
  int first(String text) {
    for (int i = 0; i < text.length() && !singles.isEmpty(); i++) {
      if (singles.containsKey(text.charAt(i))) {
        return i;
      }
    }
    for (int i = 0; i + 1 < text.length(); i++) {
      Node node = rootAt(text, i);
      int at = i + 2;
      while (node != null) {
        if (!node.values.isEmpty()) {
          return i;
        }
        node = at < text.length() ? node.next.get(text.charAt(at++)) : null;
      }
    }
    return -1;
  }

  private @Nullable Node rootAt(String text, int i) {
    int pair = pair(text.charAt(i), text.charAt(i + 1));
    int slot = slot(pair);
    return (filter[slot >> 6] & 1L << slot) == 0 ? null : roots.get(pair);
  }

  private static int pair(char a, char b) {
    return a << 16 | b;
  }

  private static int slot(int pair) {
    return (pair * 0x9E3779B1) >>> 16;
  }
}
