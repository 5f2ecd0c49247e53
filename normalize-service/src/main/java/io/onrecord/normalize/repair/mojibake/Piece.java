package io.onrecord.normalize.repair.mojibake;

import java.util.ArrayList;
import java.util.List;

/** A part of a line that can be turned back into bytes of a set, and holds more than ASCII. */
record Piece(int from, int to) {

  /** The longest pieces, in order. */
  static List<Piece> encodable(String line, LegacyCharset wrong) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    boolean worth = false;
    for (int i = 0; i <= line.length(); i++) {
      if (i < line.length() && EncodedLine.encodable(line.charAt(i), wrong)) {
        worth |= line.charAt(i) >= 0x80;
      } else {
        if (worth) {
          pieces.add(new Piece(from, i));
        }
        from = i + 1;
        worth = false;
      }
    }
    return pieces;
  }

  /** The parts of a piece between spaces that hold more than ASCII. */
  List<Piece> words(String line) {
    List<Piece> words = new ArrayList<>();
    int start = from;
    boolean worth = false;
    for (int i = from; i <= to; i++) {
      if (i < to && line.charAt(i) != ' ') {
        worth |= line.charAt(i) >= 0x80;
      } else {
        if (worth) {
          words.add(new Piece(start, i));
        }
        start = i + 1;
        worth = false;
      }
    }
    return words;
  }
}
