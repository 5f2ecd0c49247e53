/**
 * Escapes that were meant for a machine and stayed in the text: character references, {@code
 * \u005CuXXXX}, {@code %XX}.
 *
 * <p>In: text. Out: text with the characters that the escapes stand for. Where to look next: {@code
 * repair.quote} for escapes that a text shows on purpose.
 */
@NullMarked
package io.onrecord.normalize.repair.entity;

import org.jspecify.annotations.NullMarked;
