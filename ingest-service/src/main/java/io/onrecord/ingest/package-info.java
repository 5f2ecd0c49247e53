/**
 * Pages in: the service that finds, fetches and publishes them.
 *
 * <p>In: inputs that somebody names (files, folders, URLs), pages that are pushed, and sources that
 * are followed by themselves. Out: page events, one for each revision of a page, and a {@link
 * io.onrecord.ingest.IngestResult} for every input. {@link io.onrecord.ingest.IngestService} wires
 * the steps, which are the packages in the order in which data takes them: {@code source} (what an
 * input names) → {@code url} (the one name of a page) → {@code safety} and {@code fetch} (its
 * bytes), {@code politeness} (what a site allows) → {@code frontier} (what is known of it, what is
 * due, and publishing). {@code warc} reads and writes web archives, {@code watch} folders, {@code
 * websub} lets hubs push; {@code sources} are what is named, {@code follow} what is done when one
 * is due, {@code schedule} when it is due again. {@code api} lets others push and name sources.
 *
 * <p>What may change: new kinds of source. The page event is a contract ({@code
 * io.onrecord.event}).
 */
@NullMarked
package io.onrecord.ingest;

import org.jspecify.annotations.NullMarked;
