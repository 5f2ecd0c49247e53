/**
 * The one consume–transform–produce loop, and what a service does with a record that cannot be
 * read.
 *
 * <p>In: records of one topic, read committed. Out: the records that a {@link
 * io.onrecord.loop.Transform} makes of them, dead letters for those that it rejects, and the
 * consumed offsets: all three in one Kafka transaction (KIP-98, KIP-447), so that a reader
 * downstream sees each result exactly once, whatever is killed when.
 *
 * <p>Read {@link io.onrecord.loop.PipelineLoop} first: it is the whole story; {@link
 * io.onrecord.loop.Workers} is the parallel part of it, {@link io.onrecord.loop.DeadLetters} the
 * failed part, {@link io.onrecord.loop.KafkaClients} the settings that the promises rest on.
 *
 * <p>{@link io.onrecord.loop.TopicScan} and {@link io.onrecord.loop.NewestWins} serve those who
 * look at topics from outside the loop and put something back: {@code io.onrecord.loop.deadletter}
 * and the replay of normalize-service.
 *
 * <p>What may change: batch sizes and time limits ({@link io.onrecord.loop.LoopSettings}). What may
 * not: outputs in the order of their inputs, one transaction a batch, and no record skipped.
 */
@NullMarked
package io.onrecord.loop;

import org.jspecify.annotations.NullMarked;
