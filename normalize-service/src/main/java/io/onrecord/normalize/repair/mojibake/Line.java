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
  private final long[] bits;
  private final int utf8Prospects;
  private final int legacyProspects;
  private final Oddness oddness;
  private @Nullable LegacyCharset cut;
  private final List<Piece> pieces = new ArrayList<>();
  private @Nullable LegacyCharset weighed;
  private final List<OddPiece> oddPieces = new ArrayList<>();
  private @Nullable LegacyCharset encoded;
  private final int[] codes;

  /** The words of every piece, by its place: most sets cut a line in the same way. */
  private final Map<Long, List<Piece>> oddWords = new HashMap<>();

  Line(String text, Suspicion suspicion) {
    this.text = text;
    this.suspicion = suspicion;
    this.oddness = new Oddness(SoundText.model(), text);
    this.bits = SetBits.of(text);
    int utf8 = 0;
    for (int i = 0; i < bits.length; i++) {
      utf8 |= SetBits.utf8(i > 0 ? bits[i - 1] : 0, bits[i]);
    }
    this.utf8Prospects = utf8;
    this.legacyProspects = LegacyProspects.of(text, bits, oddness, suspicion);
    this.codes = new int[text.length()];
  }

  /**
   * A piece that may be text of a legacy set.
   *
   * @param whole whether it may be so as a whole
   * @param words those of its words that look odd, if they may all be so; else none
   */
  record OddPiece(Piece piece, boolean whole, List<Piece> words) {}

  String text() {
    return text;
  }

  /** Whether a first byte of UTF-8 is followed by a second anywhere, if this set was wrong. */
  boolean mayHoldUtf8(int set) {
    return (utf8Prospects & set) != 0;
  }

  /** Whether a character of UTF-8 may begin where this character does, if this set was wrong. */
  boolean mayBeginUtf8(int set, int at) {
    return (SetBits.leads(bits[at]) & set) != 0;
  }

  /** Whether any part may be text of a legacy set, if this set was wrong. */
  boolean mayHoldLegacy(int set) {
    return (legacyProspects & set) != 0;
  }

  /** The code of every character in the wrong set, {@code NONE} where there is none. */
  int[] codes(LegacyCharset set) {
    if (set != encoded) {
      encoded = set;
      for (int i = 0; i < codes.length; i++) {
        char c = text.charAt(i);
        codes[i] = c < 0x80 ? c : set.encode(c);
      }
    }
    return codes;
  }

  /** The pieces that can be turned back. */
  List<Piece> pieces(LegacyCharset set) {
    if (set != cut) {
      cut = set;
      cut(SetBits.of(set));
    }
    return pieces;
  }

  /** Those of the pieces that may be odd, as a whole or in all words that look so. */
  List<OddPiece> oddPieces(LegacyCharset set) {
    if (set != weighed) {
      weighed = set;
      int bit = SetBits.of(set);
      oddPieces.clear();
      for (Piece piece : pieces(set)) {
        boolean whole = oddness.mayBeOdd(text, bit, piece.from(), piece.to());
        List<Piece> words = mayBeOdd(bit, oddWords(piece));
        if (whole || !words.isEmpty()) {
          oddPieces.add(new OddPiece(piece, whole, words));
        }
      }
    }
    return oddPieces;
  }

  /** The words, if there is none that cannot be odd: they are mended together or not at all. */
  private List<Piece> mayBeOdd(int set, List<Piece> words) {
    for (Piece word : words) {
      if (!oddness.mayBeOdd(text, set, word.from(), word.to())) {
        return List.of();
      }
    }
    return words;
  }

  /** The words of a piece that look odd; none where the piece is one word. */
  private List<Piece> oddWords(Piece piece) {
    if (text.indexOf(' ', piece.from(), piece.to()) < 0) {
      return List.of();
    }
    long place = (long) piece.from() << 32 | piece.to();
    return oddWords.computeIfAbsent(place, any -> piece.oddWords(text, suspicion));
  }

  /** Whether it is worth trying any set at all. */
  boolean hasProspects() {
    return (utf8Prospects | legacyProspects) != 0;
  }

  /** How many characters of a piece are not ASCII. */
  int beyondAscii(Piece piece) {
    return oddness.beyondAscii(piece.from(), piece.to());
  }

  /** How surprising a stretch is with the character after it. */
  int surprise(int from, int to) {
    return oddness.surprise(from, to);
  }

  /** Whether the characters beyond ASCII of a stretch are odd on average. */
  boolean isOdd(int from, int to) {
    return oddness.of(from, to);
  }

  private void cut(int set) {
    pieces.clear();
    int from = 0;
    boolean worth = false;
    for (int i = 0; i < bits.length; i++) {
      if ((SetBits.encodable(bits[i]) & set) != 0) {
        worth |= text.charAt(i) >= 0x80;
      } else {
        add(from, i, worth);
        from = i + 1;
        worth = false;
      }
    }
    add(from, bits.length, worth);
  }

  private void add(int from, int to, boolean worth) {
    if (worth) {
      pieces.add(new Piece(from, to));
    }
  }
}
