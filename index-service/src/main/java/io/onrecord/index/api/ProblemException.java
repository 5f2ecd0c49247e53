package io.onrecord.index.api;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  ProblemException(int status, String detail) {
    super(detail);
    this.status = status;
  }

  ProblemException(int status, String detail, Throwable cause) {
    super(detail, cause);
    this.status = status;
  }

  Problem problem() {
    return Problem.of(status, String.valueOf(getMessage()));
  }
}
