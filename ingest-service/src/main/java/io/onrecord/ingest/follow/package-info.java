/**
 * Following: what is done with an address whose time has come.
 *
 * <p>In: an address that is due, from the frontier. Out: one transaction with its new state, the
 * page if it has changed, and requests for what it leads to. {@link
 * io.onrecord.ingest.follow.Followers} are the threads; a {@link io.onrecord.ingest.follow.Visit}
 * is one address from robots.txt to commit; {@link io.onrecord.ingest.follow.PageVisit} and {@link
 * io.onrecord.ingest.follow.SourceVisit} say what an answer means.
 *
 * <p>What may change: what a source may be is decided in {@code SourceVisit}.
 */
@NullMarked
package io.onrecord.ingest.follow;

import org.jspecify.annotations.NullMarked;
