package io.onrecord.index.api;

import io.javalin.http.Context;
import io.onrecord.index.rebuild.IndexRebuild;
import java.io.IOException;

/** The index itself: how it stands, a new one, the previous one. */
final class IndexRoutes {
  private final IndexRebuild rebuild;

  IndexRoutes(IndexRebuild rebuild) {
    this.rebuild = rebuild;
  }

  /** {@code GET /api/index}. */
  void status(Context request) throws IOException {
    Json.answer(request, rebuild.status());
  }

  /** {@code POST /api/index/rebuild}: answers at once; {@code /api/index} tells how far it is. */
  void rebuild(Context request) throws IOException {
    accept(request, rebuild.rebuild());
  }

  /** {@code POST /api/index/rollback}: the same for the previous index. */
  void rollback(Context request) throws IOException {
    try {
      accept(request, rebuild.rollback());
    } catch (IllegalStateException e) {
      throw new ProblemException(409, String.valueOf(e.getMessage()), e);
    }
  }

  private void accept(Context request, boolean started) throws IOException {
    if (!started) {
      throw new ProblemException(409, "a rebuild or rollback is under way; see /api/index");
    }
    Json.answer(request.status(202), rebuild.status());
  }
}
