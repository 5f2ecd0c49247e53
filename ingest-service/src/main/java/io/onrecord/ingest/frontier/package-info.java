/**
 * What is known of every page, and publishing what is new.
 *
 * <p>In: pages with their bytes, failures. Out: page events and fetch states, each page and its
 * state in one Kafka transaction ({@link io.onrecord.ingest.frontier.PagePublisher}). What is known
 * ({@link io.onrecord.ingest.frontier.KnownPages}) is the compacted state topic read to its end and
 * followed from there ({@link io.onrecord.ingest.frontier.StateFollower}); nothing is kept on disk
 * beside it.
 *
 * <p>What may change: fields may be added to {@link io.onrecord.ingest.frontier.FetchState}.
 */
@NullMarked
package io.onrecord.ingest.frontier;

import org.jspecify.annotations.NullMarked;
