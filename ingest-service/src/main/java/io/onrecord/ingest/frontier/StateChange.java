package io.onrecord.ingest.frontier;

import io.onrecord.event.PageFetched;
import io.onrecord.ingest.fetch.Validators;
import java.util.Optional;

/** What a job makes of the state that was. Pure. */
final class StateChange {
  private StateChange() {}

  /** The state to write; empty if the one that is known says it all. */
  static Optional<FetchState> of(Job job, Optional<FetchState> before) {
    return switch (job) {
      case Job.Seen seen -> {
        boolean healthy = before.isPresent() && before.get().failures() == 0;
        yield seen.isNewTo(before) || (!healthy && !seen.isBehind(before))
            ? Optional.of(seen.state().with(before.flatMap(FetchState::plan)))
            : Optional.empty();
      }
      case Job.Tried tried ->
          tried.error().isPresent()
              ? Optional.of(
                  FetchState.failed(before, tried.status(), tried.error().get(), tried.at()))
              : before.map(state -> state.seenAgain(tried.at()));
      case Job.Followed followed -> Optional.of(followed.state());
      case Job.Requested requested -> requested(requested, before);
    };
  }

  /** An address that is followed already changes its plan only for news of a change. */
  private static Optional<FetchState> requested(Job.Requested job, Optional<FetchState> before) {
    FetchRequest request = job.request();
    if (request.rests().isPresent()) {
      return before
          .filter(state -> state.rests().filter(request.rests().get()::isBefore).isEmpty())
          .map(state -> state.resting(request.rests()));
    }
    Plan now = Plan.now(request, job.at());
    if (before.isEmpty()) {
      return Optional.of(FetchState.planned(now, job.at()));
    }
    FetchState known = before.get();
    Optional<Plan> plan = known.plan();
    boolean isNews =
        request.changed().filter(known.fetchedAt()::isBefore).isPresent() && known.isTried();
    if (plan.isPresent()) {
      boolean isSource =
          request.role() == FetchRole.SOURCE
              && !(plan.get().role() == FetchRole.SOURCE
                  && plan.get().source().equals(request.source()));
      if (isSource) {
        return Optional.of(known.with(Optional.of(now)));
      }
      return isNews && plan.get().next().isAfter(job.at())
          ? Optional.of(known.with(Optional.of(plan.get().due(job.at()))))
          : Optional.empty();
    }
    boolean isPublished = known.body().isPresent() && request.role() == FetchRole.PAGE;
    return isPublished && !isNews ? Optional.empty() : Optional.of(known.with(Optional.of(now)));
  }

  /** The state of a page that is published, its hash known. */
  static FetchState seen(PageFetched page, String body, Optional<Plan> plan) {
    return FetchState.seen(
            page.status(), body, new Validators(page.etag(), page.lastModified()), page.time())
        .with(plan);
  }
}
