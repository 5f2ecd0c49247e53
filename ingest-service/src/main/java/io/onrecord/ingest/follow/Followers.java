package io.onrecord.ingest.follow;

import io.micrometer.core.instrument.MeterRegistry;
import io.onrecord.ingest.census.Busiest;
import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.fetch.HttpFetcher;
import io.onrecord.ingest.frontier.FetchState;
import io.onrecord.ingest.frontier.Frontier;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.frontier.LeaseLostException;
import io.onrecord.ingest.frontier.Ownership;
import io.onrecord.ingest.frontier.PagePublisher;
import io.onrecord.ingest.frontier.Plan;
import io.onrecord.ingest.frontier.Publication;
import io.onrecord.ingest.politeness.HostPaces;
import io.onrecord.ingest.politeness.RobotsCache;
import io.onrecord.ingest.politeness.RobotsTxt;
import io.onrecord.ingest.sources.NamedSource;
import io.onrecord.ingest.sources.SourceBook;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.url.WebUrl;
import io.onrecord.ingest.watch.FolderVisit;
import io.onrecord.ingest.websub.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that ask what is due. Each takes the next address with its host's place, asks
 * robots.txt or the address, gives the place back and hands what was found to the publisher.
 */
public final class Followers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
  private static final long TAKE_MS = 200;

  private final Frontier frontier;
  private final HostPaces paces;
  private final RobotsCache robots;
  private final Ownership ownership;
  private final KnownPages known;
  private final SourceBook book;
  private final PagePublisher publisher;
  private final Visit visit;
  private final FolderVisit folders;
  private final FollowRules rules;
  private final MeterRegistry registry;
  private final Busiest hosts;
  private final Busiest sources;
  private final Clock clock;
  private final ExecutorService threads;

  /** Asked and not yet committed: their states are of before, and say that they are due. */
  private final Set<String> inHand = ConcurrentHashMap.newKeySet();

  private volatile boolean stopping;

  /** Starts them. */
  public Followers(
      int count,
      Frontier frontier,
      HostPaces paces,
      RobotsCache robots,
      Ownership ownership,
      KnownPages known,
      SourceBook book,
      PagePublisher publisher,
      HttpFetcher fetcher,
      FolderVisit folders,
      FollowRules rules,
      Optional<Subscriptions> subscriptions,
      MeterRegistry registry,
      Clock clock) {
    this.frontier = frontier;
    this.paces = paces;
    this.robots = robots;
    this.ownership = ownership;
    this.known = known;
    this.book = book;
    this.publisher = publisher;
    this.visit = new Visit(fetcher, known, rules, subscriptions);
    this.folders = folders;
    this.rules = rules;
    this.registry = registry;
    this.hosts = new Busiest(registry, "host");
    this.sources = new Busiest(registry, "source");
    this.clock = clock;
    this.threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().name("follow-", 0).daemon().factory());
    for (int i = 0; i < count; i++) {
      threads.execute(this::work);
    }
  }

  private void work() {
    while (!stopping) {
      try {
        Optional<Frontier.Due> due = frontier.take(TAKE_MS);
        if (due.isPresent()) {
          visit(due.get());
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | StackOverflowError e) {
        if (!stopping) {
          LOG.atError().setCause(e).log("follow.failed");
        }
      }
    }
  }

  /** The host's place is given back in every case, and the frontier told. */
  private void visit(Frontier.Due due) {
    Step step = new Step(due);
    try {
      step.run();
    } finally {
      if (!step.asked) {
        paces.unused(due.host());
      }
      frontier.release(due.host());
    }
  }

  /** One address with its host's place. */
  private final class Step {
    private final Frontier.Due due;
    private final CanonicalUrl url;
    private boolean asked;

    Step(Frontier.Due due) {
      this.due = due;
      this.url = new CanonicalUrl(due.url());
    }

    void run() {
      Optional<Ownership.Lease> lease = ownership.of(due.host());
      Optional<FetchState> state = known.find(url);
      Optional<Plan> plan = state.flatMap(FetchState::plan);
      Instant now = now();
      if (lease.isEmpty() || plan.isEmpty() || plan.get().next().isAfter(now)) {
        return; // moved, left, or asked since: its state says so
      }
      if (inHand.contains(due.url())) {
        return; // its commit offers it again
      }
      Optional<NamedSource> source = book.find(plan.get().source());
      if (source.isEmpty()) {
        commit(Visit.left(state.get()), lease.get());
        return;
      }
      if (source.get().paused()) {
        commit(visit.waiting(state.get(), plan.get(), now), lease.get());
        return;
      }
      if (FolderVisit.isFor(url.value())) {
        look(source.get(), lease.get(), now);
        return;
      }
      WebUrl web = WebUrl.parse(url.value());
      if (!robots.isKnown(web)) {
        robots.of(web);
        asked = true;
        paces.answered(due.host(), robots.of(web).crawlDelay());
        again(state.get(), lease.get());
        return;
      }
      ask(web, source.get(), state.get(), plan.get(), lease.get());
    }

    /** It is asked next; what robots.txt wishes for is known to whoever has the host then. */
    private void again(FetchState state, Ownership.Lease lease) {
      if (paces.rests(due.host()).isPresent()) {
        commit(Found.of(state), lease);
      } else {
        frontier.offer(due.host(), due.url(), clock.millis());
      }
    }

    /** What a look at a folder has found is committed already; its own state follows. */
    private void look(NamedSource source, Ownership.Lease lease, Instant now) {
      FolderVisit.Seen seen = folders.look(source, now);
      FetchState state = known.find(url).orElseThrow();
      if (visit.isWorthNoting(state, seen, now)) {
        commit(visit.looked(state, seen, now), lease);
      } else {
        frontier.offer(due.host(), due.url(), now.plus(rules.watch()).toEpochMilli());
      }
    }

    private void ask(
        WebUrl web, NamedSource source, FetchState state, Plan plan, Ownership.Lease lease) {
      RobotsTxt rules = robots.of(web);
      Optional<Found> forbidden = visit.forbidden(url, web, state, plan, rules, now());
      if (forbidden.isPresent()) {
        count("forbidden");
        commit(forbidden.get(), lease);
        return;
      }
      FetchOutcome answer = visit.ask(url, web, state);
      asked = true;
      pace(answer, rules.crawlDelay());
      boolean isFailure =
          answer instanceof FetchOutcome.Failed || answer instanceof FetchOutcome.Refused;
      hosts.asked(due.host(), isFailure);
      sources.asked(source.name(), isFailure);
      commit(meaning(source, state, plan, answer, rules), lease);
    }

    /** An answer that trips our reading of it is a failure of this address, and of no other. */
    private Found meaning(
        NamedSource source, FetchState state, Plan plan, FetchOutcome answer, RobotsTxt rules) {
      try {
        return visit.answered(url, source, state, plan, answer, rules, now());
      } catch (RuntimeException | StackOverflowError e) {
        LOG.atError().addKeyValue("url", url).setCause(e).log("follow.unreadable");
        count("unreadable");
        return visit.unreadable(url, state, plan, now());
      }
    }

    private void pace(FetchOutcome answer, Optional<Duration> wished) {
      if (answer instanceof FetchOutcome.Failed failed && isTrouble(failed)) {
        count(
            failed.status().isPresent()
                ? "status-" + failed.status().getAsInt() / 100 + "xx"
                : "no-answer");
        paces.failed(due.host(), wished, failed.retryAfter());
      } else {
        count(answer.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        paces.answered(due.host(), wished);
      }
    }

    private void commit(Found found, Ownership.Lease lease) {
      inHand.add(due.url());
      publisher
          .followed(
              url,
              found.state().resting(paces.rests(due.host()), paces.asked(due.host())),
              found.event(),
              found.requests(),
              lease)
          .whenComplete(
              (publication, error) -> {
                inHand.remove(due.url());
                if (error == null) {
                  committed(found, publication);
                } else if (!stopping && !isMoved(error)) {
                  LOG.atWarn().addKeyValue("url", url).setCause(error).log("follow.not-committed");
                }
              });
    }

    private void committed(Found found, Publication publication) {
      if (publication == Publication.PUBLISHED) {
        registry.counter("onrecord.ingest.followed.pages").increment();
        hosts.published(due.host());
        found.state().plan().map(Plan::source).ifPresent(sources::published);
      }
      found
          .state()
          .plan()
          .ifPresent(plan -> frontier.offer(due.host(), due.url(), plan.next().toEpochMilli()));
    }
  }

  /** Whether the host should be left alone for a while; a missing page is no trouble. */
  private static boolean isTrouble(FetchOutcome.Failed failed) {
    int status = failed.status().orElse(500);
    return status >= 500 || status == 429;
  }

  private static boolean isMoved(Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    return cause instanceof LeaseLostException;
  }

  private void count(String result) {
    registry.counter("onrecord.ingest.followed.fetches", "result", result).increment();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void close() {
    stopping = true;
    threads.shutdownNow();
    try {
      threads.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
