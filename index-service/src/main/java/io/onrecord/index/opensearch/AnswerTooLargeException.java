package io.onrecord.index.opensearch;

import java.io.IOException;

/** An answer is larger than what is held in memory; ask for less. */
final class AnswerTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  AnswerTooLargeException(int limit) {
    super("OpenSearch answered more than %d bytes".formatted(limit));
  }
}
