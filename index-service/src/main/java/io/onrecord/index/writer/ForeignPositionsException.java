package io.onrecord.index.writer;

/** An index was filled from something else than what it is asked to follow; nothing heals that. */
public final class ForeignPositionsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ForeignPositionsException(String message) {
    super(message);
  }
}
