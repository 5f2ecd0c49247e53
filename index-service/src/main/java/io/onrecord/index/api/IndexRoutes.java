package io.onrecord.index.api;

import io.javalin.http.Context;
import io.onrecord.index.rebuild.IndexRebuild;
import java.io.IOException;
import java.util.Map;

/**
 * The index itself: how it stands, a new one, the previous one. With two sinks {@code ?sink=} says
 * which.
 */
final class IndexRoutes {
  private final Map<String, IndexRebuild> rebuilds;

  IndexRoutes(Map<String, IndexRebuild> rebuilds) {
    this.rebuilds = rebuilds;
  }

  /** {@code GET /api/index}. */
  void status(Context request) throws IOException {
    Json.answer(request, asked(request).status());
  }

  /** {@code POST /api/index/rebuild}: answers at once; {@code /api/index} tells how far it is. */
  void rebuild(Context request) throws IOException {
    IndexRebuild rebuild = asked(request);
    accept(request, rebuild, rebuild.rebuild());
  }

  /** {@code POST /api/index/rollback}: the same for the previous index. */
  void rollback(Context request) throws IOException {
    IndexRebuild rebuild = asked(request);
    try {
      accept(request, rebuild, rebuild.rollback());
    } catch (IllegalStateException e) {
      throw new ProblemException(409, String.valueOf(e.getMessage()), e);
    }
  }

  private IndexRebuild asked(Context request) {
    String sink = request.queryParam("sink");
    if (sink == null) {
      return rebuilds.values().iterator().next();
    }
    IndexRebuild rebuild = rebuilds.get(sink);
    if (rebuild == null) {
      throw new ProblemException(
          400, "there is no sink '%s' here; there is %s".formatted(sink, rebuilds.keySet()));
    }
    return rebuild;
  }

  private static void accept(Context request, IndexRebuild rebuild, boolean started)
      throws IOException {
    if (!started) {
      throw new ProblemException(409, "a rebuild or rollback is under way; see /api/index");
    }
    Json.answer(request.status(202), rebuild.status());
  }
}
