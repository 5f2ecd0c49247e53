package io.onrecord.normalize.parse;

import io.onrecord.document.BlockType;
import java.util.OptionalInt;

/**
 * A piece of a page before anything is decided about it: a paragraph, a list item, a menu entry, a
 * line.
 *
 * @param type what its markup or shape says it is
 * @param text never blank, no line breaks but in code, verse and tables (rows are lines, cells are
 *     separated by a tab)
 * @param level of a heading: 1 to 6
 * @param lead the words at its start that the page prints bold, a speaker's label for instance;
 *     empty when it starts plain or is bold throughout, but for a question of a text page, which
 *     may be an interviewer's: there it is the whole
 * @param origin where on the page it stands
 */
public record RawBlock(BlockType type, String text, OptionalInt level, String lead, Origin origin) {

  /** A block without level or lead. */
  public static RawBlock of(BlockType type, String text, Origin origin) {
    return new RawBlock(type, text, OptionalInt.empty(), "", origin);
  }

  /** The same place on the page with other text. */
  public RawBlock withText(String newText) {
    return new RawBlock(type, newText, level, lead, origin);
  }

  /** The same block with other text and another bold start. */
  public RawBlock withText(String newText, String newLead) {
    return new RawBlock(type, newText, level, newLead, origin);
  }
}
