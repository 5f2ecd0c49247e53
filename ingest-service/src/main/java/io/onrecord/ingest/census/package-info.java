/**
 * What is counted of hosts and sources, in bounds, however many there are of them.
 *
 * <p>In: what happened at which host and for which source. Out: metrics of the busiest, all others
 * under one label, and how many sources are in which state.
 *
 * <p>What may change: how many are shown. Where to look next: {@code io.onrecord.ingest.follow},
 * which tells it.
 */
@NullMarked
package io.onrecord.ingest.census;

import org.jspecify.annotations.NullMarked;
