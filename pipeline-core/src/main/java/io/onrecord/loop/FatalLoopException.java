package io.onrecord.loop;

/**
 * The loop cannot go on, and trying again would not help; the message says what a person can do.
 */
public final class FatalLoopException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FatalLoopException(String message, Throwable cause) {
    super("%s (%s)".formatted(message, cause.getMessage()), cause);
  }
}
