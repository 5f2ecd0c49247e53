/**
 * Inserted glosses and shifted bytes: a page on which a fixed set of characters always carries its
 * reading in parentheses ({@code 價(jià)}), put there by a replacement on the bytes of a legacy
 * encoding that paid no regard to where a character begins.
 *
 * <p>In: the texts of one page. Out: the texts as they were before. The way of it: {@link
 * io.onrecord.normalize.repair.gloss.GlossScan} tells in one pass whether there is anything to
 * learn; {@link io.onrecord.normalize.repair.gloss.GlossLearner} reads the table off the page
 * itself and refuses pages whose annotations are real; {@link
 * io.onrecord.normalize.repair.gloss.PageDamage} finds out the encoding and, by reading the page a
 * few times, the rest of the table; {@link io.onrecord.normalize.repair.gloss.ShiftUndo} lays the
 * text out as bytes, takes every gloss away at the byte where it was put, and decodes what is left;
 * {@link io.onrecord.normalize.repair.gloss.ContextModel} decides only where bytes are gone for
 * good, by the page's own text and the words of a dictionary ({@link
 * io.onrecord.normalize.repair.gloss.Prose}).
 *
 * <p>May be changed: costs and weights, measured by {@code GlossVariantsTest} beside the tests,
 * which damages pages in every way that is known. See {@link
 * io.onrecord.normalize.repair.gloss.InsertedGlosses} for the two ways in.
 */
@NullMarked
package io.onrecord.normalize.repair.gloss;

import org.jspecify.annotations.NullMarked;
