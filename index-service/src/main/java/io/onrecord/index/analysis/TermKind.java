package io.onrecord.index.analysis;

/** What a term is made of; a query treats the kinds differently. */
public enum TermKind {
  /** A word or number, or one part of a compound: {@code gpt} and {@code 4} of {@code GPT-4}. */
  WORD,
  /** The parts of a compound written together, at the place of the first: {@code gpt4}. */
  JOINED,
  /** One character of a script that is written without spaces. */
  CHARACTER,
  /** Two such characters in a row, at the place of the first. */
  PAIR
}
