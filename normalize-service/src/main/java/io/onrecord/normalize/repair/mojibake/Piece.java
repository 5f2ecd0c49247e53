package io.onrecord.normalize.repair.mojibake;

import java.util.ArrayList;
import java.util.List;

/** A part of a line that can be turned back into bytes of a set, and holds more than ASCII. */
record Piece(int from, int to) {

  /** The parts of a piece between spaces that look odd. */
  List<Piece> oddWords(String line, Suspicion suspicion) {
    List<Piece> words = new ArrayList<>();
    int start = from;
    boolean worth = false;
    for (int i = from; i <= to; i++) {
      if (i < to && line.charAt(i) != ' ') {
        worth |= line.charAt(i) >= 0x80;
      } else {
        if (worth && suspicion.of(line, start, i)) {
          words.add(new Piece(start, i));
        }
        start = i + 1;
        worth = false;
      }
    }
    return words;
  }
}
