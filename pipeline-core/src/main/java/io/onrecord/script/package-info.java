/**
 * Writing systems, as far as search and comparison need them.
 *
 * <p>In: text. Out: the same text with every Chinese character replaced by one representative of
 * all the forms in which the two scripts write it ({@link io.onrecord.script.ScriptFolding}), so
 * that a reader of either script finds both. Never applied to text that is published.
 *
 * <p>What may change: pairs in {@code more-variants.tsv}; the representatives are nobody's contract
 * except that an index and the queries to it must be folded by the same version. Where to look
 * next: the index's analysis and the normalizer's fingerprint, which both fold.
 */
@NullMarked
package io.onrecord.script;

import org.jspecify.annotations.NullMarked;
