/**
 * Measurements of the whole pipeline, from a page on disk to a document that can be found.
 *
 * <p>Each prints its rates beside named baselines of the same run, so that a figure means something
 * on any machine. Nothing here asserts a time.
 */
@NullMarked
package io.onrecord.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
