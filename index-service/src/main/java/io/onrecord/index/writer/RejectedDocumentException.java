package io.onrecord.index.writer;

/** A document that the index cannot hold for what it is; trying again would not help. */
public final class RejectedDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String id;

  RejectedDocumentException(String id, Throwable cause) {
    super("document %s cannot be indexed: %s".formatted(id, cause.getMessage()), cause);
    this.id = id;
  }

  /** Which document. */
  public String id() {
    return id;
  }
}
