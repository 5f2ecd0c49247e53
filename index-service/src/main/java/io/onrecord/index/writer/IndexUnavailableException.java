package io.onrecord.index.writer;

/** The index cannot be opened here; the message says why and what to do. */
public final class IndexUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IndexUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
