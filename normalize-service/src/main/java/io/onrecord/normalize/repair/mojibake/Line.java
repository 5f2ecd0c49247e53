package io.onrecord.normalize.repair.mojibake;

import io.onrecord.normalize.repair.sound.SoundText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line on its way through the misreadings: what several of them need is worked out once. The
 * misreadings of one wrong set follow each other, so only the last set is kept. Not thread-safe.
 */
final class Line {
  private final String text;
  private final Suspicion suspicion;
  private final int utf8Prospects;
  private @Nullable LegacyCharset wrong;
  private final int legacyProspects;
  private final Oddness oddness;
  private final int[] codes;
  private final List<Piece> pieces = new ArrayList<>();

  /** The words of every piece, by its place: most sets cut a line in the same way. */
  private final Map<Long, List<Piece>> oddWords = new HashMap<>();

  Line(String text, Suspicion suspicion) {
    this.text = text;
    this.suspicion = suspicion;
    this.oddness = new Oddness(SoundText.model(), text);
    long[] bits = SetBits.of(text);
    int utf8 = 0;
    for (int i = 0; i < bits.length; i++) {
      utf8 |= SetBits.utf8(i > 0 ? bits[i - 1] : 0, bits[i]);
    }
    this.utf8Prospects = utf8;
    this.legacyProspects = LegacyProspects.of(text, bits, oddness, suspicion);
    this.codes = new int[text.length()];
  }

  String text() {
    return text;
  }

  /** Whether a first byte of UTF-8 is followed by a second anywhere, if this set was wrong. */
  boolean mayHoldUtf8(LegacyCharset set) {
    return (utf8Prospects & SetBits.of(set)) != 0;
  }

  /** Whether any part may be text of a legacy set, if this set was wrong. */
  boolean mayHoldLegacy(LegacyCharset set) {
    return (legacyProspects & SetBits.of(set)) != 0;
  }

  /** The code of every character in the wrong set, {@code NONE} where there is none. */
  int[] codes(LegacyCharset set) {
    read(set);
    return codes;
  }

  /** The pieces that can be turned back. */
  List<Piece> pieces(LegacyCharset set) {
    read(set);
    return pieces;
  }

  /** The words of a piece that look odd. */
  List<Piece> oddWords(Piece piece) {
    long place = (long) piece.from() << 32 | piece.to();
    return oddWords.computeIfAbsent(place, any -> piece.oddWords(text, suspicion));
  }

  /** Whether it is worth trying any set at all. */
  boolean hasProspects() {
    return (utf8Prospects | legacyProspects) != 0;
  }

  /** How surprising a stretch is with the character after it. */
  int surprise(int from, int to) {
    return oddness.surprise(from, to);
  }

  /** Whether the characters beyond ASCII of a stretch are odd on average. */
  boolean isOdd(int from, int to) {
    return oddness.of(from, to);
  }

  private void read(LegacyCharset set) {
    if (set == wrong) {
      return;
    }
    wrong = set;
    pieces.clear();
    boolean wide = set.wider().isPresent();
    int from = 0;
    boolean worth = false;
    for (int i = 0; i < codes.length; i++) {
      char c = text.charAt(i);
      codes[i] = c < 0x80 ? c : set.encode(c);
      if (codes[i] >= 0 || wide && !Character.isSurrogate(c)) {
        worth |= c >= 0x80;
      } else {
        add(from, i, worth);
        from = i + 1;
        worth = false;
      }
    }
    add(from, codes.length, worth);
  }

  private void add(int from, int to, boolean worth) {
    if (worth) {
      pieces.add(new Piece(from, to));
    }
  }
}
