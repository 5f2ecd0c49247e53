package io.onrecord.index.opensearch;

import java.io.IOException;

/** OpenSearch cannot do what it was asked now; the message says what it answered. */
public final class OpenSearchException extends IOException {
  private static final long serialVersionUID = 1L;

  OpenSearchException(String message) {
    super(message);
  }

  OpenSearchException(String message, Throwable cause) {
    super(message, cause);
  }
}
