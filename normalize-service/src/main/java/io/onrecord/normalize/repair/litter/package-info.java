/**
 * Litter between and instead of characters: what converters leave behind and no reader sees.
 *
 * <p>In: text. Out: text without compatibility radicals, zero-width and no-break litter. Which
 * radical is which character is in {@code radicals.txt}. What joins or separates for a reason
 * (emoji, Persian, Indic and Thai text, French punctuation) stays.
 */
@NullMarked
package io.onrecord.normalize.repair.litter;

import org.jspecify.annotations.NullMarked;
