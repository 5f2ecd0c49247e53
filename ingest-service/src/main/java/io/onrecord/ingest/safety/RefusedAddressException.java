package io.onrecord.ingest.safety;

import java.net.UnknownHostException;

/** A host that resolves, but to nothing that may be dialled. */
public final class RefusedAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  RefusedAddressException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** What a person can do about it. */
  public String remedy() {
    return remedy;
  }
}
