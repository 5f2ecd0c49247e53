package io.onrecord.ingest.frontier;

import io.onrecord.event.PageFetched;
import io.onrecord.ingest.url.CanonicalUrl;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** What waits to be committed. */
sealed interface Job {
  CanonicalUrl url();

  CompletableFuture<Publication> done();

  /** Bytes that it holds in memory. */
  int weight();

  /** A page that was seen, its bytes with it. */
  record Seen(
      CanonicalUrl url, PageFetched page, FetchState state, CompletableFuture<Publication> done)
      implements Job {
    @Override
    public int weight() {
      return page.body().length;
    }

    boolean isNewTo(Optional<FetchState> known) {
      return !known.flatMap(FetchState::body).equals(state.body());
    }
  }

  /** A page that could not be fetched, or has not changed by its server's word. */
  record Tried(
      CanonicalUrl url,
      OptionalInt status,
      Optional<String> error,
      Instant at,
      CompletableFuture<Publication> done)
      implements Job {
    @Override
    public int weight() {
      return 0;
    }
  }
}
