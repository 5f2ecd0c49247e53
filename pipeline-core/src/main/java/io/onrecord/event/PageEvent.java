package io.onrecord.event;

import java.time.Instant;

/** Something that was seen of a page. Its wire form is {@link PageWire}. */
public sealed interface PageEvent permits PageFetched, PageGone {
  /** The canonical URL: CloudEvents {@code subject}. */
  String url();

  /** The name of the source that led here: CloudEvents {@code source}. */
  String source();

  /** When it was seen: CloudEvents {@code time}. */
  Instant time();

  /** W3C Trace Context header that follows the page from fetch to index. */
  String traceparent();

  /** The document id, which is the record's key. */
  default String id() {
    return DocumentId.of(url());
  }
}
