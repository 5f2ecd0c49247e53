/**
 * Measurements of ingestion: how fast pages are fetched and committed, what it costs to know many
 * addresses, and how long it takes to know them again after a restart.
 *
 * <p>Each prints what it measured with the sizes that it measured it at. Nothing here asserts.
 */
@NullMarked
package io.onrecord.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
