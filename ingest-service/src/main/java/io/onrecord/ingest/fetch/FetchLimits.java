package io.onrecord.ingest.fetch;

import java.time.Duration;

/**
 * How long and how much a fetch may take.
 *
 * @param connect to open a connection
 * @param firstByte until a server answers, and between two pieces of its answer
 * @param total for one URL, redirects included
 * @param maxBytes of a body, after decompression and, with an eighth more, before
 */
public record FetchLimits(Duration connect, Duration firstByte, Duration total, int maxBytes) {
  /** The same for bodies of this size. */
  public FetchLimits of(int bytes) {
    return new FetchLimits(connect, firstByte, total, bytes);
  }
}
