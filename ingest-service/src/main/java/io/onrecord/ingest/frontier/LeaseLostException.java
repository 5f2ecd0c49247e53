package io.onrecord.ingest.frontier;

/** Work was done for a host that has become another instance's; that one will do it. */
public final class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLostException() {
    super("the host has moved to another instance");
  }
}
