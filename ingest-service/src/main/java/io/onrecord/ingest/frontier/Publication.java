package io.onrecord.ingest.frontier;

/** What publishing a page came to. */
public enum Publication {
  /** A page event was committed. */
  PUBLISHED,
  /** The page has the bytes that it had. */
  UNCHANGED
}
