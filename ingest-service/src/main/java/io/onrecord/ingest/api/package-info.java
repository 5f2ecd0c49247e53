/**
 * The HTTP API: pushing pages, fetching now, what is known; health and metrics.
 *
 * <p>In: requests from this machine, or with the bearer token. Out: JSON, and RFC 9457 problem
 * documents. A browser on this machine that shows somebody's web site is not let in: the Host must
 * be ours and a request that changes something must not come from another origin.
 *
 * <p>What may change: routes may be added; see {@code README.md} for examples.
 */
@NullMarked
package io.onrecord.ingest.api;

import org.jspecify.annotations.NullMarked;
