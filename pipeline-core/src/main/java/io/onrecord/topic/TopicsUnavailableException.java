package io.onrecord.topic;

/** The cluster could not be asked about topics, or refused to make them. */
public final class TopicsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TopicsUnavailableException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
