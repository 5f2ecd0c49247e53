package io.onrecord.normalize.repair.gloss;

import java.util.Optional;

/** The pair of signs around a reading. */
enum Brackets {
  ASCII('(', ')'),
  FULL_WIDTH('（', '）'),
  SQUARE('[', ']'),
  TORTOISE('〔', '〕'),
  LENTICULAR('【', '】');

  final char open;
  final char close;

  Brackets(char open, char close) {
    this.open = open;
    this.close = close;
  }

  static Optional<Brackets> openedBy(char c) {
    for (Brackets b : values()) {
      if (b.open == c) {
        return Optional.of(b);
      }
    }
    return Optional.empty();
  }
}
