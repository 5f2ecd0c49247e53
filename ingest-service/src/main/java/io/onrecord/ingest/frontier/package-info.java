/**
 * What is known of every page, and publishing what is new.
 *
 * <p>In: pages with their bytes, failures. Out: page events and fetch states, each page and its
 * state in one Kafka transaction ({@link io.onrecord.ingest.frontier.PagePublisher}). What is known
 * ({@link io.onrecord.ingest.frontier.KnownPages}) is the compacted state topic read to its end and
 * followed from there ({@link io.onrecord.ingest.frontier.StateFollower}); nothing is kept on disk
 * beside it.
 *
 * <p>Following: {@link io.onrecord.ingest.frontier.FrontierLoop} shares the hosts among the
 * instances and turns requests into state, {@link io.onrecord.ingest.frontier.Frontier} holds what
 * is due, and {@link io.onrecord.ingest.frontier.Ownership} fences what an instance found for hosts
 * that have moved. A host's pace moves with it: {@link io.onrecord.ingest.frontier.Handover} gives
 * partitions up, {@link io.onrecord.ingest.frontier.Takeover} takes them over.
 *
 * <p>What may change: fields may be added to {@link io.onrecord.ingest.frontier.FetchState}.
 */
@NullMarked
package io.onrecord.ingest.frontier;

import org.jspecify.annotations.NullMarked;
