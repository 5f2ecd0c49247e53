/**
 * Mojibake: text that was read in the wrong character set.
 *
 * <p>In: text. Out: the text as it was written. {@link
 * io.onrecord.normalize.repair.mojibake.Mojibake} says how; the ways in which text is misread are
 * the {@code Misreading}s, the tables are in {@code LegacyCharsets}. Where to look next: {@code
 * repair.sound} for what counts as sound text.
 */
@NullMarked
package io.onrecord.normalize.repair.mojibake;

import org.jspecify.annotations.NullMarked;
