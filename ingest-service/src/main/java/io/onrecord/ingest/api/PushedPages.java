package io.onrecord.ingest.api;

import io.onrecord.ingest.IngestResult;
import java.util.concurrent.CompletableFuture;

/** Where pushed pages go. */
@FunctionalInterface
public interface PushedPages {
  /** Publishes a page if its bytes are new; completes after commit. */
  CompletableFuture<IngestResult> push(PushedPage page);
}
