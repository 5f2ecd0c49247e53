package io.onrecord.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What is expected at an address. */
public enum FetchRole {
  /**
   * Whatever a source's address leads to: a feed, a sitemap, a page that names its feed, a page.
   */
  @JsonProperty("source")
  SOURCE,
  /** A page to publish. */
  @JsonProperty("page")
  PAGE
}
