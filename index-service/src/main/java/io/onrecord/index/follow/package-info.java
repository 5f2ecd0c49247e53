/**
 * Follows the documents topic into a sink.
 *
 * <p>In: every partition of the documents topic, read committed, from the positions that the sink
 * itself keeps; no consumer group is involved. Out: batches in the sink, dead letters for records
 * that hold no document, and {@link io.onrecord.index.follow.Progress}.
 *
 * <p>What may change: batch sizes. What may not: a batch is dead-lettered and then applied before
 * the next is read, and nothing is skipped. Where to look next: {@code io.onrecord.index.writer}
 * for what a sink promises.
 */
@NullMarked
package io.onrecord.index.follow;

import org.jspecify.annotations.NullMarked;
