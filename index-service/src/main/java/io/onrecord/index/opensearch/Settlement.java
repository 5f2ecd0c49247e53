package io.onrecord.index.opensearch;

import io.onrecord.index.writer.Change;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What became of one item of a bulk request. */
enum Settlement {
  /** OpenSearch has it, or has something newer. */
  SETTLED,
  /** OpenSearch will never take it, for what it is. */
  REFUSED,
  /** Not now; again later. */
  BUSY,
  /** Not now, and for a reason that no item can help: an index closed, blocked, or gone. */
  FAILED;

  /** 400 for what the index is, not for what the document is. */
  private static final Set<String> NOT_THE_DOCUMENT =
      Set.of("index_closed_exception", "cluster_block_exception", "invalid_index_name_exception");

  static Settlement of(Change change, JsonNode outcome) {
    int status = outcome.path("status").asInt();
    return switch (status) {
      case 200, 201, 409 -> SETTLED; // 409: it has this version or a later one
      case 404 ->
          change instanceof Change.Delete && outcome.path("error").isMissingNode()
              ? SETTLED // it was not there
              : FAILED;
      case 429, 503 -> BUSY;
      case 400, 413 ->
          NOT_THE_DOCUMENT.contains(outcome.path("error").path("type").asString(""))
              ? FAILED
              : REFUSED;
      default -> FAILED;
    };
  }

  /** What OpenSearch said. */
  static String reason(JsonNode outcome) {
    JsonNode error = outcome.path("error");
    String cause = error.path("caused_by").path("reason").asString("");
    return "%d %s: %s%s"
        .formatted(
            outcome.path("status").asInt(),
            error.path("type").asString("unknown"),
            error.path("reason").asString(""),
            cause.isEmpty() ? "" : " (" + cause + ")");
  }
}
