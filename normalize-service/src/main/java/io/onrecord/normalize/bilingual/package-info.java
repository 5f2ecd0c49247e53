/**
 * Pages that print every paragraph twice, once in each of two languages.
 *
 * <p>In: the paragraphs of a page in order. Out: {@link
 * io.onrecord.normalize.bilingual.Translations}, which paragraph translates which. Used by {@code
 * classify} (what is no content in one language is none in the other) and {@code structure}.
 */
@NullMarked
package io.onrecord.normalize.bilingual;

import org.jspecify.annotations.NullMarked;
