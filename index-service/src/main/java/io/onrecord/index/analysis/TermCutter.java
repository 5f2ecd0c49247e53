package io.onrecord.index.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Cuts a text into terms (not yet stemmed).
 *
 * <ul>
 *   <li>Words are cut where letters meet digits, where the case rises and at hyphens, and their
 *       parts stand at positions of their own: {@code GPT-4}, {@code GPT4} and {@code gpt 4} all
 *       are {@code gpt}, {@code 4} in a row. The parts are also there joined ({@code gpt4}, {@code
 *       opensource}), so whoever writes a compound as one word finds it too.
 *   <li>Scripts without spaces between words give every character and every pair of neighbours: a
 *       query of one character works, and a longer one is found as exactly that run of characters,
 *       whatever a dictionary would have thought of it.
 * </ul>
 *
 * <p>Linear in the text; a word longer than {@value #LONGEST_WORD} characters is known by its
 * beginning.
 */
final class TermCutter {
  private static final int LONGEST_WORD = 64;
  private static final int MOST_PARTS_JOINED = 6;

  private final FoldedText text;
  private final Queue<Term> ready = new ArrayDeque<>();
  private boolean more;
  private int position;

  TermCutter(String text) {
    this.text = new FoldedText(text);
    this.more = this.text.advance();
  }

  /** The next term; empty at the end. */
  Optional<Term> next() {
    while (ready.isEmpty() && more) {
      switch (CharacterClass.of(text.codePoint())) {
        case LETTER, DIGIT -> readCompound();
        case UNSPACED -> readUnspaced();
        case APOSTROPHE, HYPHEN, OTHER -> more = text.advance();
      }
    }
    return Optional.ofNullable(ready.poll());
  }

  /** One character, and the pair that it forms with the next one. */
  private void readUnspaced() {
    int first = text.codePoint();
    int start = text.start();
    int end = text.end();
    ready.add(new Term(Character.toString(first), TermKind.CHARACTER, position, start, end));
    more = text.advance();
    if (more && CharacterClass.of(text.codePoint()) == CharacterClass.UNSPACED) {
      String pair = Character.toString(first) + Character.toString(text.codePoint());
      ready.add(new Term(pair, TermKind.PAIR, position, start, text.end()));
    }
    position++;
  }

  /** Everything up to the next character that is no part of a word. */
  private void readCompound() {
    List<Part> parts = new ArrayList<>();
    boolean inside = true;
    while (inside) {
      parts.add(readPart());
      inside = more && continuesCompound();
    }
    emit(parts);
  }

  /** True if a further part follows; hyphens between the parts are passed over. */
  private boolean continuesCompound() {
    CharacterClass next = CharacterClass.of(text.codePoint());
    if (next == CharacterClass.HYPHEN) {
      more = text.advance();
      next = more ? CharacterClass.of(text.codePoint()) : CharacterClass.OTHER;
    }
    return next == CharacterClass.LETTER || next == CharacterClass.DIGIT;
  }

  /** A run of letters, or of digits, up to a rise of case. */
  private Part readPart() {
    Part part = new Part(CharacterClass.of(text.codePoint()), text.start());
    boolean inside = true;
    boolean lower = false;
    while (inside) {
      part.add(text.codePoint(), text.end());
      lower = part.kind == CharacterClass.LETTER && !text.upperCase();
      more = text.advance();
      if (more && CharacterClass.of(text.codePoint()) == CharacterClass.APOSTROPHE) {
        part.markApostrophe();
        more = text.advance();
      }
      inside =
          more && CharacterClass.of(text.codePoint()) == part.kind && !(lower && text.upperCase());
    }
    part.dropPossessive();
    return part;
  }

  private void emit(List<Part> parts) {
    StringBuilder joined = new StringBuilder();
    boolean letters = false;
    for (Part part : parts) {
      joined.append(part.letters);
      letters |= part.kind == CharacterClass.LETTER;
    }
    boolean join =
        letters
            && parts.size() > 1
            && parts.size() <= MOST_PARTS_JOINED
            && joined.length() <= LONGEST_WORD;
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      String word = part.letters.toString();
      ready.add(new Term(word, TermKind.WORD, position, part.start, part.end));
      if (i == 0 && join) {
        int end = parts.getLast().end;
        ready.add(new Term(joined.toString(), TermKind.JOINED, position, part.start, end));
      }
      position++;
    }
  }

  /** A part of a compound while it is read. */
  private static final class Part {
    final CharacterClass kind;
    final StringBuilder letters = new StringBuilder();
    final int start;
    int end;
    private int apostropheAt = -1;

    Part(CharacterClass kind, int start) {
      this.kind = kind;
      this.start = start;
    }

    void add(int codePoint, int end) {
      if (letters.length() < LONGEST_WORD) {
        letters.appendCodePoint(
            kind == CharacterClass.DIGIT
                ? Character.forDigit(Character.digit(codePoint, 10), 10)
                : codePoint);
      }
      this.end = end;
    }

    void markApostrophe() {
      apostropheAt = letters.length();
    }

    /** {@code editor's} is {@code editor}. */
    void dropPossessive() {
      int last = letters.length() - 1;
      if (apostropheAt > 0 && apostropheAt == last && letters.charAt(last) == 's') {
        letters.setLength(last);
      }
    }
  }
}
