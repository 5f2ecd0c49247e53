/**
 * A new index beside the live one, and the swap.
 *
 * <p>In: the documents topic, from its beginning. Out: an index that was checked against the topic,
 * document by document, in the place of the live one; the previous one is kept for a rollback.
 * Searches answer from the whole old index until the swap and from the whole new one afterwards.
 *
 * <p>What may change: what the check compares. What may not: the live index is touched only by the
 * swap, and the swap is one step. Where to look next: {@code
 * io.onrecord.index.writer.IndexGenerations} for the pointer on disk.
 */
@NullMarked
package io.onrecord.index.rebuild;

import org.jspecify.annotations.NullMarked;
