/**
 * What several stages need to know about running text: folding for comparison, sentences, shingles.
 *
 * <p>In: strings. Out: positions in those strings; nothing here changes a text that is published.
 * Every fold keeps the length, so a position in folded text is the same position in the text.
 */
@NullMarked
package io.onrecord.normalize.text;

import org.jspecify.annotations.NullMarked;
