package io.onrecord.ingest.follow;

import io.onrecord.document.Person;
import io.onrecord.event.Persons;
import io.onrecord.event.Sha256;
import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.frontier.FetchRequest;
import io.onrecord.ingest.frontier.FetchRole;
import io.onrecord.ingest.frontier.FetchState;
import io.onrecord.ingest.frontier.Habit;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.frontier.Plan;
import io.onrecord.ingest.politeness.RobotsTxt;
import io.onrecord.ingest.schedule.Revisit;
import io.onrecord.ingest.source.feed.Feed;
import io.onrecord.ingest.source.feed.FeedEntry;
import io.onrecord.ingest.source.feed.FeedPerson;
import io.onrecord.ingest.source.feed.FeedReader;
import io.onrecord.ingest.source.feed.FeedTranscript;
import io.onrecord.ingest.source.sitemap.Sitemap;
import io.onrecord.ingest.sources.NamedSource;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.url.InvalidUrlException;
import io.onrecord.ingest.websub.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A source has answered: a feed or a sitemap leads to pages, an index to sitemaps, a page to the
 * feed and the sitemaps that are named for it; any other page is what is followed itself.
 */
final class SourceVisit {
  private static final int MOST_REQUESTS = 50_000;
  private static final int MOST_DEPTH = 4;

  private final FollowRules rules;
  private final KnownPages known;
  private final PageVisit pages;
  private final Optional<Subscriptions> subscriptions;

  SourceVisit(
      FollowRules rules, KnownPages known, PageVisit pages, Optional<Subscriptions> subscriptions) {
    this.subscriptions = subscriptions;
    this.rules = rules;
    this.known = known;
    this.pages = pages;
  }

  Found fetched(
      CanonicalUrl url,
      NamedSource source,
      FetchState before,
      Plan plan,
      FetchOutcome.Fetched answer,
      RobotsTxt robots,
      Instant now) {
    subscriptions.ifPresent(all -> all.seen(url.value()));
    Optional<Feed> feed =
        FeedReader.read(answer.bytes(), answer.contentType(), Optional.of(answer.finalUrl()));
    if (feed.isPresent()) {
      subscriptions.ifPresent(all -> all.seen(url.value(), source.name(), answer, feed.get()));
      Optional<Duration> wish = longer(answer.said().fresh(), feed.get().ttl());
      return found(url, before, plan, answer, entries(feed.get(), source), wish, now);
    }
    Optional<Sitemap> sitemap = Sitemap.read(answer.bytes(), answer.finalUrl());
    if (sitemap.filter(map -> !map.isEmpty()).isPresent()) {
      return found(
          url, before, plan, answer, listed(sitemap.get(), source), answer.said().fresh(), now);
    }
    List<String> named = SiteSources.named(answer, robots);
    if (!named.isEmpty()) {
      Map<String, FetchRequest> sources = new LinkedHashMap<>();
      named.forEach(
          one -> add(sources, one, FetchRole.SOURCE, Optional.empty(), List.of(), source));
      Found found =
          found(url, before, plan, answer, sources, Optional.of(rules.sources().most()), now);
      // Whoever named a front page sees where its pages come from, and why it is not asked itself.
      String note = "leads to " + String.join(", ", named.subList(0, Math.min(3, named.size())));
      return new Found(found.state().noted(note), found.event(), found.requests());
    }
    return pages.fetched(url, before, plan, answer, robots, now);
  }

  Found unchanged(
      CanonicalUrl url,
      FetchState before,
      Plan plan,
      FetchOutcome.NotModified answer,
      Instant now) {
    Revisit.Next next =
        rules.sources().unchanged(url.value(), plan.interval(), answer.said().fresh(), now);
    return Found.of(before.seenAgain(now).with(Optional.of(plan.due(next.at(), next.interval()))));
  }

  private Found found(
      CanonicalUrl url,
      FetchState before,
      Plan plan,
      FetchOutcome.Fetched answer,
      Map<String, FetchRequest> requests,
      Optional<Duration> wish,
      Instant now) {
    String body = Sha256.labelled(answer.bytes());
    boolean isFirst = before.body().isEmpty();
    boolean isNew = !requests.isEmpty() && !before.body().equals(Optional.of(body));
    Revisit.Next next =
        isNew && !isFirst
            ? rules.sources().changed(url.value(), plan.interval(), wish, now)
            : rules.sources().unchanged(url.value(), plan.interval(), wish, now);
    Plan later = plan.due(next.at(), next.interval());
    if (isNew) {
      later = later.with(plan.habit().map(h -> h.again(now)).orElseGet(() -> Habit.first(now)));
    }
    FetchState state =
        FetchState.seen(answer.status(), body, answer.validators(), now).with(Optional.of(later));
    return new Found(state, Optional.empty(), leading(requests.values(), plan, now));
  }

  /**
   * Without what a site can make up for ever: sources that lead to sources, and calendars of days
   * to come.
   */
  private static List<FetchRequest> leading(
      Collection<FetchRequest> requests, Plan plan, Instant now) {
    return requests.stream()
        .filter(request -> !Calendars.isCalendar(new CanonicalUrl(request.url()), now))
        .filter(request -> request.role() == FetchRole.PAGE || plan.hops() < MOST_DEPTH)
        .map(
            request ->
                request.role() == FetchRole.PAGE
                    ? request
                    : new FetchRequest(
                        request.url(),
                        request.role(),
                        request.source(),
                        plan.hops() + 1,
                        request.changed()))
        .toList();
  }

  /** What the entries lead to, and nobody knows yet; the oldest first, as they came out. */
  private Map<String, FetchRequest> entries(Feed feed, NamedSource source) {
    Map<String, FetchRequest> requests = new LinkedHashMap<>();
    Instant tooOld = source.added().minus(rules.lookBack());
    List<FeedEntry> entries = new ArrayList<>(feed.entries());
    Collections.reverse(entries);
    for (FeedEntry entry : entries) {
      if (entry.appeared().filter(tooOld::isAfter).isPresent()) {
        continue;
      }
      FeedTranscript.best(entry.transcripts())
          .map(FeedTranscript::url)
          .or(entry::original)
          .or(entry::link)
          .ifPresent(
              url ->
                  add(
                      requests,
                      url,
                      FetchRole.PAGE,
                      entry.updated(),
                      persons(feed, entry),
                      source));
    }
    return requests;
  }

  /** Those of the episode, or, if it names none, those of the whole feed. */
  private static List<Person> persons(Feed feed, FeedEntry entry) {
    List<FeedPerson> people = entry.people().isEmpty() ? feed.people() : entry.people();
    return Persons.bounded(
        people.stream()
            .map(p -> new Person(p.name(), p.role(), p.group(), p.href(), p.image()))
            .toList());
  }

  private Map<String, FetchRequest> listed(Sitemap sitemap, NamedSource source) {
    Map<String, FetchRequest> requests = new LinkedHashMap<>();
    Instant tooOld = source.added().minus(rules.lookBack());
    for (Sitemap.Listed map : sitemap.sitemaps()) {
      if (map.changed().filter(tooOld::isAfter).isEmpty()) {
        add(requests, map.url(), FetchRole.SOURCE, map.changed(), List.of(), source);
      }
    }
    for (Sitemap.Listed page : sitemap.pages()) {
      if (page.changed().filter(tooOld::isAfter).isEmpty()) {
        add(requests, page.url(), FetchRole.PAGE, page.changed(), List.of(), source);
      }
    }
    return requests;
  }

  private void add(
      Map<String, FetchRequest> requests,
      String link,
      FetchRole role,
      Optional<Instant> changed,
      List<Person> persons,
      NamedSource source) {
    CanonicalUrl url;
    try {
      url = CanonicalUrl.of(link);
    } catch (InvalidUrlException e) {
      return; // a link that is no address leads nowhere
    }
    if (!url.value().startsWith("http") || Traps.isTrap(url) || requests.size() >= MOST_REQUESTS) {
      return;
    }
    Optional<FetchState> state = known.find(url);
    boolean isKnown =
        state.isPresent() && (state.get().plan().isPresent() || state.get().body().isPresent());
    boolean isNews =
        state.isPresent() && changed.filter(state.get().fetchedAt()::isBefore).isPresent();
    if (!isKnown || isNews) {
      requests.put(
          url.value(), new FetchRequest(url.value(), role, source.name(), 0, changed, persons));
    }
  }

  private static Optional<Duration> longer(Optional<Duration> one, Optional<Duration> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().compareTo(other.get()) > 0 ? one : other;
  }
}
