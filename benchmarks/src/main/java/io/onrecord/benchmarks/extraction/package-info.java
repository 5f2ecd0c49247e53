/**
 * Main content against gold text: the scores, and the training of the model that decides.
 *
 * <p>In: a folder of sets, each {@code html/<id>.html.gz} and {@code gold.json}. Out: {@link
 * io.onrecord.benchmarks.extraction.ExtractionScore} prints a table and writes predictions; {@link
 * io.onrecord.benchmarks.extraction.TrainMainContent} writes the model that normalize-service
 * ships.
 */
@NullMarked
package io.onrecord.benchmarks.extraction;

import org.jspecify.annotations.NullMarked;
