package io.onrecord.normalize.parse;

/**
 * A page that cannot be read for what it is: encrypted, without text, damaged, or larger than any
 * honest one. The message says which page, why, and what its owner can do.
 */
public final class UnreadablePageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The page, what is wrong with it, and the remedy. */
  public UnreadablePageException(String message) {
    super(message);
  }

  /** The same with what a parser threw. */
  public UnreadablePageException(String message, Throwable cause) {
    super(message, cause);
  }
}
