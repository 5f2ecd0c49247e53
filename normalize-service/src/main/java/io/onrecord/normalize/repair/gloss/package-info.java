/**
 * Inserted glosses and shifted bytes: a page on which a fixed set of characters always carries its
 * reading in parentheses ({@code 價(jià)}), put there by a replacement on the bytes of a legacy
 * encoding that paid no regard to where a character begins.
 *
 * <p>In: the texts of one page. Out: the texts as they were before. The way of it: {@link
 * io.onrecord.normalize.repair.gloss.GlossLearner} reads the table off the page itself and refuses
 * pages whose annotations are real; {@link io.onrecord.normalize.repair.gloss.ShiftUndo} lays the
 * text out as bytes, takes every gloss away at the byte where it was put, and decodes what is left;
 * {@link io.onrecord.normalize.repair.gloss.BigramModel} decides only where bytes are gone for
 * good. The knowledge is in {@code bigrams.txt}, trained by {@code BigramTrainer} beside the tests.
 */
@NullMarked
package io.onrecord.normalize.repair.gloss;

import org.jspecify.annotations.NullMarked;
