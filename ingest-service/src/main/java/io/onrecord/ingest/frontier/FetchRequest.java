package io.onrecord.ingest.frontier;

import java.time.Instant;
import java.util.Optional;

/**
 * That an address should be fetched; the value of the requests topic.
 *
 * @param url canonical
 * @param role what is expected there
 * @param source the source that led to it
 * @param hops redirects that led to it
 * @param changed when it is said to have changed; one that was fetched since is not fetched again
 */
public record FetchRequest(
    String url, FetchRole role, String source, int hops, Optional<Instant> changed) {}
