package io.onrecord.normalize.repair.step;

/**
 * One kind of damage and how it is undone.
 *
 * <p>A step returns the very same string when it finds nothing; it keeps the number of lines, is
 * idempotent, thread-safe and linear in the length of the text.
 */
public interface Repairing {

  /** Whether a text with these signs can have this kind of damage at all. */
  default boolean mayConcern(Signs signs) {
    return signs.has(Sign.BEYOND_ASCII);
  }

  /** The text without this kind of damage; every change is written to the ledger. */
  String repair(String text, Ledger ledger);
}
