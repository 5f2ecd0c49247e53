package io.onrecord.loop;

/** A record is not readable for what it is; trying again would not help. */
public final class RejectedRecordException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String stage;

  /** Rejected by a stage of the service, for this reason. */
  public RejectedRecordException(String stage, Throwable cause) {
    super(cause.getMessage(), cause);
    this.stage = stage;
  }

  /** The stage that could not read it: {@code decode}, {@code parse}, … */
  public String stage() {
    return stage;
  }
}
