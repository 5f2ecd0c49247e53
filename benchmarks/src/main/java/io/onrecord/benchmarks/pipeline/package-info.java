/**
 * Measurements of the whole pipeline, from a page on disk to a document that can be found.
 *
 * <p>{@link io.onrecord.benchmarks.pipeline.PipelineThroughput}: pages a second. {@link
 * io.onrecord.benchmarks.pipeline.FetchToSearchable}: how long one page takes. {@link
 * io.onrecord.benchmarks.pipeline.ReplayBesideLive} and {@link
 * io.onrecord.benchmarks.pipeline.RebuildUnderQueries}: what the two ways of doing it all again
 * cost, and what they cost those who use it meanwhile.
 *
 * <p>Each prints its rates beside named baselines of the same run, so that a figure means something
 * on any machine. Nothing here asserts a time.
 */
@NullMarked
package io.onrecord.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
