/**
 * Measurements of ingestion: how fast pages are fetched and committed, and what it costs to know
 * many addresses.
 *
 * <p>Each prints what it measured with the sizes that it measured it at. Nothing here asserts.
 */
@NullMarked
package io.onrecord.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
