package io.onrecord.index.writer;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Documents that the index cannot hold for what they are; trying again would not help. */
public final class RejectedDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, String> reasons;

  RejectedDocumentException(String id, Throwable cause) {
    super("document %s cannot be indexed: %s".formatted(id, cause.getMessage()), cause);
    this.reasons = new TreeMap<>(Map.of(id, String.valueOf(getMessage())));
  }

  /** Several at once, each with what the sink said of it. */
  public RejectedDocumentException(Map<String, String> reasons) {
    super("%d documents cannot be indexed: %s".formatted(reasons.size(), reasons));
    this.reasons = new TreeMap<>(reasons);
  }

  /** Which documents. */
  public Set<String> ids() {
    return Collections.unmodifiableSet(reasons.keySet());
  }

  /** One of them alone, with its own reason. */
  public RejectedDocumentException of(String id) {
    String reason = reasons.getOrDefault(id, "");
    return reasons.size() == 1 ? this : new RejectedDocumentException(Map.of(id, reason));
  }
}
