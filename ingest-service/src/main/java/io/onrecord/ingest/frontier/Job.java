package io.onrecord.ingest.frontier;

import io.onrecord.event.PageEvent;
import io.onrecord.event.PageFetched;
import io.onrecord.ingest.url.CanonicalUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/** What waits to be committed. */
sealed interface Job {
  CanonicalUrl url();

  CompletableFuture<Publication> done();

  /** Under which it counts; empty for work that is nobody's in particular. */
  default Optional<Ownership.Lease> lease() {
    return switch (this) {
      case Followed followed -> Optional.of(followed.held());
      case Requested requested -> Optional.of(requested.held());
      case Seen seen -> Optional.empty();
      case Tried tried -> Optional.empty();
    };
  }

  /** Bytes that it holds in memory. */
  int weight();

  /** Whether somebody waits for it, or it must be known soon: that a host is to be left alone. */
  default boolean isUrgent() {
    return switch (this) {
      case Followed followed -> followed.state().rests().isPresent();
      case Requested requested -> false;
      case Seen seen -> true;
      case Tried tried -> true;
    };
  }

  /**
   * A page that was seen, its bytes with it.
   *
   * @param archived whether it was seen at another time than now, and says nothing of what is known
   *     to be later
   */
  record Seen(
      CanonicalUrl url,
      PageFetched page,
      FetchState state,
      boolean archived,
      CompletableFuture<Publication> done)
      implements Job {
    @Override
    public int weight() {
      return page.body().length;
    }

    boolean isNewTo(Optional<FetchState> known) {
      return !isBehind(known) && !known.flatMap(FetchState::body).equals(state.body());
    }

    boolean isBehind(Optional<FetchState> known) {
      return archived
          && known
              .filter(s -> s.body().isPresent() && s.fetchedAt().isAfter(state.fetchedAt()))
              .isPresent();
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

  /**
   * An address that the frontier has asked, and everything that follows from it.
   *
   * @param state what is known of it now; always written
   * @param event what is to be published, if it is new
   * @param requests what it leads to
   * @param held under which it was asked
   */
  record Followed(
      CanonicalUrl url,
      FetchState state,
      Optional<PageEvent> event,
      List<FetchRequest> requests,
      Ownership.Lease held,
      CompletableFuture<Publication> done)
      implements Job {
    @Override
    public int weight() {
      return event.map(e -> e instanceof PageFetched page ? page.body().length : 0).orElse(0)
          + requests.size() * 200;
    }
  }

  /**
   * A request that was read, which becomes state.
   *
   * @param offset of the request; negative for one that nobody wrote
   */
  record Requested(
      CanonicalUrl url,
      FetchRequest request,
      Instant at,
      Ownership.Lease held,
      long offset,
      CompletableFuture<Publication> done)
      implements Job {
    @Override
    public int weight() {
      return 0;
    }
  }
}
