/**
 * Fetching one URL over HTTP.
 *
 * <p>In: a URL and the validators of the last fetch. Out: a {@link
 * io.onrecord.ingest.fetch.FetchOutcome}: the body with what its headers say, "not modified", or a
 * failure in words. Never an exception for what a server does.
 *
 * <p>Every fetch is bounded: connection, first byte and whole time, size of body and headers, ten
 * redirects. Where to look next: {@code io.onrecord.ingest.safety}, which decides what is dialled,
 * and {@code io.onrecord.ingest.frontier}, which publishes what was fetched.
 */
@NullMarked
package io.onrecord.ingest.fetch;

import org.jspecify.annotations.NullMarked;
