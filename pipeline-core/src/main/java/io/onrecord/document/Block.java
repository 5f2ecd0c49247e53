package io.onrecord.document;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A published piece of text, in reading order.
 *
 * @param type what it is
 * @param text its text: no line breaks within a paragraph; lines of code, verse and tables keep
 *     theirs
 * @param language BCP 47 tag with script where the script is not implied ({@code zh-Hans}, {@code
 *     en}); empty when it has too few letters to tell
 * @param turn index into {@link Document#turns()} of the turn that it belongs to
 * @param level of a heading: 1 to 6
 * @param translationOf index into {@link Document#blocks()} of the block that it translates
 */
public record Block(
    BlockType type,
    String text,
    Optional<String> language,
    OptionalInt turn,
    OptionalInt level,
    OptionalInt translationOf) {

  /** A block of which only its type and text are known. */
  public static Block of(BlockType type, String text) {
    return new Block(
        type,
        text,
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }
}
