package io.onrecord.ingest.fetch;

import java.util.Optional;

/**
 * What a server said last time to recognise its own answer by (RFC 9110, section 8.8).
 *
 * @param etag as sent
 * @param lastModified as sent
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /** Of a page that was never fetched. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());
}
