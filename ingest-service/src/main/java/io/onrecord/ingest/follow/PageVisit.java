package io.onrecord.ingest.follow;

import io.onrecord.event.PageFetched;
import io.onrecord.event.Sha256;
import io.onrecord.event.Traceparent;
import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.frontier.FetchState;
import io.onrecord.ingest.frontier.Plan;
import io.onrecord.ingest.politeness.PageSignals;
import io.onrecord.ingest.politeness.RobotsTxt;
import io.onrecord.ingest.schedule.Revisit;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.url.InvalidUrlException;
import io.onrecord.ingest.url.Site;
import io.onrecord.ingest.url.WebUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A page has come: it is published if it may be kept, under the name that it gives itself. */
final class PageVisit {
  private final FollowRules rules;

  PageVisit(FollowRules rules) {
    this.rules = rules;
  }

  Found fetched(
      CanonicalUrl url,
      FetchState before,
      Plan plan,
      FetchOutcome.Fetched answer,
      RobotsTxt robots,
      Instant now) {
    PageSignals signals =
        PageSignals.read(answer.bytes(), answer.contentType(), answer.said(), robots.rights());
    String body = Sha256.labelled(answer.bytes());
    boolean same = before.body().equals(Optional.of(body));
    Revisit.Next next =
        same || before.body().isEmpty()
            ? rules.pages().unchanged(url.value(), plan.interval(), answer.said().fresh(), now)
            : rules.pages().changed(url.value(), plan.interval(), answer.said().fresh(), now);
    FetchState state =
        FetchState.seen(answer.status(), body, answer.validators(), now)
            .with(Optional.of(plan.due(next.at(), next.interval())));
    if (signals.noindex()) {
      return Found.of(state.noted("its robots tag asks not to be kept"));
    }
    String name = ownName(url, answer, signals).value();
    PageFetched page =
        new PageFetched(
            name,
            plan.source(),
            now,
            Traceparent.start(),
            answer.bytes(),
            answer.contentType(),
            answer.contentLanguage(),
            answer.finalUrl(),
            answer.status(),
            answer.validators().etag(),
            answer.validators().lastModified(),
            signals.rights(),
            plan.persons());
    return new Found(state, Optional.of(page), List.of());
  }

  Found unchanged(
      CanonicalUrl url,
      FetchState before,
      Plan plan,
      FetchOutcome.NotModified answer,
      Instant now) {
    Revisit.Next next =
        rules.pages().unchanged(url.value(), plan.interval(), answer.said().fresh(), now);
    return Found.of(before.seenAgain(now).with(Optional.of(plan.due(next.at(), next.interval()))));
  }

  /** The address that the page names as its own, if it is of the same site. */
  private static CanonicalUrl ownName(
      CanonicalUrl url, FetchOutcome.Fetched answer, PageSignals signals) {
    if (signals.canonical().isEmpty()) {
      return url;
    }
    try {
      WebUrl at = WebUrl.parse(answer.finalUrl());
      WebUrl named = at.resolve(signals.canonical().get());
      boolean isSame =
          named.scheme().startsWith("http")
              && named.effectivePort() == at.effectivePort()
              && Site.isSame(named.host(), at.host());
      // A front page as everybody's own name is a mistake of many sites, and would merge them all.
      boolean isFront = named.pathAndQuery().equals("/") && !at.pathAndQuery().equals("/");
      return isSame && !isFront ? CanonicalUrl.of(named) : url;
    } catch (InvalidUrlException e) {
      return url;
    }
  }
}
