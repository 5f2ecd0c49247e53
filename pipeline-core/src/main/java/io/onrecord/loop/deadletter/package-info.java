/**
 * What becomes of dead letters: they are listed, shown, put back where they came from, or given up.
 *
 * <p>In: the dead-letter topics of the plan. Out: {@link io.onrecord.loop.deadletter.DeadLetter}s,
 * re-driven records in the topic that they came from, and receipts beside the letters. A topic is a
 * log, and a letter in its middle cannot be taken out; so whatever is done with a letter is written
 * behind it as a receipt ({@link io.onrecord.loop.deadletter.Receipt}), in the same transaction as
 * the deed. A letter with a receipt is closed and is never acted on again.
 *
 * <p>What may change: what letters are chosen by ({@link
 * io.onrecord.loop.deadletter.DeadLetterFilter}). What may not: deed and receipt in one
 * transaction, and no letter buries a newer record under its key. Where to look next: {@link
 * io.onrecord.loop.deadletter.DeadLetterBox}.
 */
@NullMarked
package io.onrecord.loop.deadletter;

import org.jspecify.annotations.NullMarked;
