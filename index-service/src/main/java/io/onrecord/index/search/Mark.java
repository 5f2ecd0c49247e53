package io.onrecord.index.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A place in a text that matches.
 *
 * @param start offset in UTF-16 units
 * @param end offset behind it
 * @param needle which of the things that were looked for
 */
record Mark(int start, int end, int needle) {

  /** In order of place, overlapping ones made one. */
  static List<Mark> merged(List<Mark> marks) {
    List<Mark> sorted = new ArrayList<>(marks);
    sorted.sort(
        Comparator.comparingInt(Mark::start).thenComparing(Mark::end).thenComparing(Mark::needle));
    List<Mark> merged = new ArrayList<>();
    for (Mark mark : sorted) {
      if (!merged.isEmpty() && mark.start < merged.getLast().end) {
        Mark before = merged.removeLast();
        merged.add(new Mark(before.start, Math.max(before.end, mark.end), before.needle));
      } else {
        merged.add(mark);
      }
    }
    return merged;
  }

  /** The pieces of a part of a text, with what is marked told apart from what is not. */
  static List<Hit.Piece> pieces(String text, int from, int to, List<Mark> merged) {
    List<Hit.Piece> pieces = new ArrayList<>();
    int at = from;
    for (Mark mark : merged) {
      int start = Math.max(mark.start, at);
      int end = Math.min(mark.end, to);
      if (start < end) {
        add(pieces, text.substring(at, start), false);
        add(pieces, text.substring(start, end), true);
        at = end;
      }
    }
    add(pieces, text.substring(at, to), false);
    return List.copyOf(pieces);
  }

  private static void add(List<Hit.Piece> pieces, String text, boolean hit) {
    if (!text.isEmpty()) {
      pieces.add(new Hit.Piece(text, hit));
    }
  }
}
