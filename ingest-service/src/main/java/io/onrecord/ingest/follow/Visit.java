package io.onrecord.ingest.follow;

import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.fetch.HttpFetcher;
import io.onrecord.ingest.fetch.Validators;
import io.onrecord.ingest.frontier.FetchRequest;
import io.onrecord.ingest.frontier.FetchRole;
import io.onrecord.ingest.frontier.FetchState;
import io.onrecord.ingest.frontier.Habit;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.frontier.Plan;
import io.onrecord.ingest.politeness.RobotsTxt;
import io.onrecord.ingest.sources.NamedSource;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.url.WebUrl;
import io.onrecord.ingest.watch.FolderVisit;
import io.onrecord.ingest.websub.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** One address: asked once, and what its answer means. Knows nothing of hosts and their pace. */
final class Visit {
  private static final int MOST_HOPS = 5;
  private static final Duration FOLDER_NOTE = Duration.ofMinutes(1);
  private static final Duration ROBOTS_WAIT = Duration.ofMinutes(5);

  private final HttpFetcher fetcher;
  private final FollowRules rules;
  private final Optional<Subscriptions> subscriptions;
  private final PageVisit pages;
  private final SourceVisit sources;
  private final Failures failures;

  Visit(
      HttpFetcher fetcher,
      KnownPages known,
      FollowRules rules,
      Optional<Subscriptions> subscriptions) {
    this.fetcher = fetcher;
    this.rules = rules;
    this.pages = new PageVisit(rules);
    this.sources = new SourceVisit(rules, known, pages, subscriptions);
    this.subscriptions = subscriptions;
    this.failures = new Failures(rules);
  }

  /**
   * What the site's robots.txt forbids, before anything is asked.
   *
   * @return empty if it may be asked
   */
  Optional<Found> forbidden(
      CanonicalUrl url, WebUrl web, FetchState before, Plan plan, RobotsTxt robots, Instant now) {
    if (robots == RobotsTxt.UNREACHABLE) {
      return Optional.of(
          failures.postponed(url, before, plan, "its robots.txt cannot be had", ROBOTS_WAIT, now));
    }
    return robots.allows(web)
        ? Optional.empty()
        : Optional.of(failures.refused(url, before, plan, "its robots.txt forbids it", now));
  }

  /** Asks; for a source whose hub is not known since the start, in full. */
  FetchOutcome ask(CanonicalUrl url, WebUrl web, FetchState before) {
    boolean isWhole =
        before.plan().filter(plan -> plan.role() == FetchRole.SOURCE).isPresent()
            && subscriptions.filter(all -> !all.hasSeen(url.value())).isPresent();
    return fetcher.hop(web, isWhole ? Validators.NONE : before.validators());
  }

  /** What the answer means. */
  Found answered(
      CanonicalUrl url,
      NamedSource source,
      FetchState before,
      Plan plan,
      FetchOutcome answer,
      RobotsTxt robots,
      Instant now) {
    boolean isPage = plan.role() == FetchRole.PAGE;
    return switch (answer) {
      case FetchOutcome.Fetched fetched ->
          isPage
              ? pages.fetched(url, before, plan, fetched, robots, now)
              : sources.fetched(url, source, before, plan, fetched, robots, now);
      case FetchOutcome.NotModified same ->
          isPage
              ? pages.unchanged(url, before, plan, same, now)
              : sources.unchanged(url, before, plan, same, now);
      case FetchOutcome.Moved moved -> moved(url, before, plan, moved, now);
      case FetchOutcome.Refused refused ->
          failures.refused(url, before, plan, refused.reason(), now);
      case FetchOutcome.Failed failed -> failures.failed(url, before, plan, failed, now);
    };
  }

  /** What has moved is asked for where it is, as if it had been listed there. */
  private Found moved(
      CanonicalUrl url, FetchState before, Plan plan, FetchOutcome.Moved moved, Instant now) {
    CanonicalUrl to = CanonicalUrl.of(moved.to());
    if (plan.hops() >= MOST_HOPS) {
      return failures.refused(url, before, plan, "redirects again and again", now);
    }
    if (!to.value().startsWith("http") || Traps.isTrap(to)) {
      return failures.refused(url, before, plan, "redirects to " + moved.to().href(), now);
    }
    if (to.equals(url)) {
      return failures.refused(url, before, plan, "redirects to itself", now);
    }
    Instant next = now.plus(failures.revisit(plan).most());
    FetchState state =
        new FetchState(
            OptionalInt.of(moved.permanent() ? 301 : 302),
            before.body(),
            before.etag(),
            before.lastModified(),
            now,
            0,
            Optional.of("has moved to " + to.value()),
            Optional.of(plan.due(next)),
            Optional.empty(),
            Optional.empty());
    FetchRequest there =
        new FetchRequest(
            to.value(),
            plan.role(),
            plan.source(),
            plan.hops() + 1,
            Optional.empty(),
            plan.persons());
    return new Found(state, Optional.empty(), List.of(there));
  }

  /** An answer that we cannot read, which is our fault and not its. */
  Found unreadable(CanonicalUrl url, FetchState before, Plan plan, Instant now) {
    return failures.refused(url, before, plan, "has an answer that cannot be read", now);
  }

  /** Whether the state of a folder should be written; looks that find nothing are many. */
  boolean isWorthNoting(FetchState before, FolderVisit.Seen seen, Instant now) {
    return seen.published() > 0
        || !before.isTried()
        || !before.lastError().equals(seen.problem())
        || before.fetchedAt().plus(FOLDER_NOTE).isBefore(now);
  }

  /** A folder that was looked at. */
  Found looked(FetchState before, FolderVisit.Seen seen, Instant now) {
    Instant next = now.plus(rules.watch());
    Optional<Plan> plan =
        before
            .plan()
            .map(p -> p.due(next, rules.watch()))
            .map(
                p ->
                    seen.published() == 0
                        ? p
                        : p.with(
                            p.habit().map(h -> h.again(now)).orElseGet(() -> Habit.first(now))));
    if (seen.problem().isPresent()) {
      return Found.of(
          FetchState.failed(Optional.of(before), OptionalInt.empty(), seen.problem().get(), now)
              .with(plan));
    }
    return Found.of(
        new FetchState(
            OptionalInt.of(200),
            before.body(),
            before.etag(),
            before.lastModified(),
            now,
            0,
            Optional.empty(),
            plan,
            Optional.empty(),
            Optional.empty()));
  }

  /** An address whose source is not followed any more. */
  static Found left(FetchState before) {
    return Found.of(before.with(Optional.empty()));
  }

  /** An address whose source is left alone for now. */
  Found waiting(FetchState before, Plan plan, Instant now) {
    return Found.of(before.with(Optional.of(plan.due(now.plus(rules.sources().least())))));
  }
}
