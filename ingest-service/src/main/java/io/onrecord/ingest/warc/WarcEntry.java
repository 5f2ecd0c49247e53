package io.onrecord.ingest.warc;

/** What stands at a place of an archive. */
public sealed interface WarcEntry {
  /** Where in the file, in bytes; of a compressed file the place of its gzip member. */
  long at();

  /**
   * A record, whole.
   *
   * @param block what it holds: for a response the HTTP message as it came
   */
  record Whole(long at, WarcHead head, byte[] block) implements WarcEntry {}

  /** A record larger than any page may be; it was passed over. */
  record TooLarge(long at, WarcHead head, long bytes) implements WarcEntry {}

  /**
   * Bytes that are no sound record; the next entry is behind them.
   *
   * @param reason what is wrong
   */
  record Damaged(long at, String reason) implements WarcEntry {}
}
