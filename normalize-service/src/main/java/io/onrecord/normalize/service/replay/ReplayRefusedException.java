package io.onrecord.normalize.service.replay;

/** A replay cannot be made, compared or promoted as it was asked; the message says what to do. */
public final class ReplayRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ReplayRefusedException(String message) {
    super(message);
  }
}
