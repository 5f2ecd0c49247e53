package io.onrecord.ingest.follow;

import io.onrecord.event.PageEvent;
import io.onrecord.event.PageGone;
import io.onrecord.event.Traceparent;
import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.frontier.FetchRole;
import io.onrecord.ingest.frontier.FetchState;
import io.onrecord.ingest.frontier.Plan;
import io.onrecord.ingest.schedule.Revisit;
import io.onrecord.ingest.url.CanonicalUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a failure means. A page that its server says is not there (404, 410), and says so again
 * after the time that makes it sure, is gone; whatever else goes wrong is an outage, and never
 * that.
 */
final class Failures {
  private final FollowRules rules;

  Failures(FollowRules rules) {
    this.rules = rules;
  }

  Found failed(
      CanonicalUrl url, FetchState before, Plan plan, FetchOutcome.Failed failure, Instant now) {
    int status = failure.status().orElse(0);
    boolean isMissing = status == 404 || status == 410;
    FetchState failed =
        FetchState.failed(Optional.of(before), failure.status(), failure.reason(), now);
    if (isMissing && plan.role() == FetchRole.PAGE) {
      return missing(url, failed, plan, status, now);
    }
    return Found.of(failed.with(Optional.of(later(url, failed, plan, failure.retryAfter(), now))));
  }

  private Found missing(CanonicalUrl url, FetchState failed, Plan plan, int status, Instant now) {
    Instant since = plan.missingSince().orElse(now);
    Instant sure = since.plus(rules.goneAfter());
    if (now.isBefore(sure)) {
      Instant next = plan.missingSince().isEmpty() ? sure : sure.isAfter(now) ? sure : now;
      return Found.of(failed.with(Optional.of(plan.missing(since, next))));
    }
    Instant next = now.plus(rules.pages().most());
    Optional<PageEvent> gone =
        failed.body().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new PageGone(url.value(), plan.source(), now, Traceparent.start(), status));
    return new Found(
        failed.withoutBody().with(Optional.of(plan.missing(since, next))), gone, List.of());
  }

  /**
   * What may not be had is asked for again as what failed is, more and more seldom: a size, a DNS
   * answer and a robots.txt may be others by then.
   */
  Found refused(CanonicalUrl url, FetchState before, Plan plan, String reason, Instant now) {
    FetchState failed = FetchState.failed(Optional.of(before), OptionalInt.empty(), reason, now);
    return Found.of(failed.with(Optional.of(later(url, failed, plan, Optional.empty(), now))));
  }

  /** What could not be asked now, through no fault of its own. */
  Found postponed(
      CanonicalUrl url, FetchState before, Plan plan, String reason, Duration wait, Instant now) {
    FetchState failed = FetchState.failed(Optional.of(before), before.status(), reason, now);
    return Found.of(failed.with(Optional.of(later(url, failed, plan, Optional.of(wait), now))));
  }

  private Plan later(
      CanonicalUrl url, FetchState failed, Plan plan, Optional<Duration> wish, Instant now) {
    Revisit.Next next =
        revisit(plan).failed(url.value(), plan.interval(), failed.failures(), wish, now);
    return plan.due(next.at());
  }

  Revisit revisit(Plan plan) {
    return plan.role() == FetchRole.PAGE ? rules.pages() : rules.sources();
  }
}
