/**
 * Keeps an index in step with the documents topic.
 *
 * <p>In: batches of changes, each with the positions in the topic that follow it ({@link
 * io.onrecord.index.writer.Batch}). Out: an index in which changes and positions are one commit, so
 * that the two can never disagree ({@link io.onrecord.index.writer.LuceneIndex}), open for
 * searches.
 *
 * <p>What may change: another sink is another {@link io.onrecord.index.writer.DocumentSink}. Fields
 * and their analysis may change together with {@link io.onrecord.index.writer.LuceneIndex#FORMAT}:
 * an index of another format empties itself and is filled again from the topic. Where to look next:
 * {@code io.onrecord.index.follow} for how records become batches, {@code io.onrecord.index.search}
 * for what reads the index.
 */
@NullMarked
package io.onrecord.index.writer;

import org.jspecify.annotations.NullMarked;
