package io.onrecord.ingest.politeness;

import io.onrecord.ingest.fetch.HttpFetcher;
import io.onrecord.ingest.url.WebUrl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The robots.txt of each site, fetched when it is first needed and kept for a day (RFC 9309,
 * section 2.4). One that cannot be had is asked for again after some minutes; until then nothing of
 * that site may be fetched. Thread-safe; those who ask for one site at once wait for one fetch.
 */
public final class RobotsCache {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final Duration TRIED_AGAIN = Duration.ofMinutes(5);
  private static final int MOST_SITES = 20_000;

  private final RobotsFetch fetch;
  private final Clock clock;

  private record Answer(CompletableFuture<RobotsTxt> robots, Instant at) {
    boolean isFresh(Instant now) {
      boolean failed =
          robots.isCompletedExceptionally()
              || robots.getNow(RobotsTxt.ABSENT) == RobotsTxt.UNREACHABLE;
      return now.isBefore(at.plus(failed ? TRIED_AGAIN : KEPT));
    }
  }

  /** By site, the one asked for longest ago first. */
  private final Map<String, Answer> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
          return size() > MOST_SITES;
        }
      };

  /**
   * An empty cache.
   *
   * @param fetcher that crops at {@link RobotsTxt#MOST_BYTES}
   */
  public RobotsCache(HttpFetcher fetcher, Clock clock) {
    this(new RobotsFetch(fetcher, Optional.empty()), clock);
  }

  /** The same at the pace of the hosts that a redirect leads to. */
  public RobotsCache(HttpFetcher fetcher, HostPaces paces, Clock clock) {
    this(new RobotsFetch(fetcher, Optional.of(paces)), clock);
  }

  private RobotsCache(RobotsFetch fetch, Clock clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  /** Whether {@link #of} would answer without fetching. */
  public boolean isKnown(WebUrl url) {
    synchronized (answers) {
      Answer last = answers.get(url.scheme() + "://" + url.authority());
      return last != null && last.robots().isDone() && last.isFresh(clock.instant());
    }
  }

  /** What the site of this URL says; fetches it if needed, with the place of its host taken. */
  public RobotsTxt of(WebUrl url) {
    String site = url.scheme() + "://" + url.authority();
    CompletableFuture<RobotsTxt> mine = new CompletableFuture<>();
    CompletableFuture<RobotsTxt> found;
    synchronized (answers) {
      Answer last = answers.get(site);
      if (last != null && last.isFresh(clock.instant())) {
        found = last.robots();
      } else {
        answers.put(site, new Answer(mine, clock.instant()));
        found = mine;
      }
    }
    if (found == mine) {
      try {
        mine.complete(fetch.of(url));
      } catch (RuntimeException e) {
        mine.completeExceptionally(e);
      }
    }
    try {
      return found.join();
    } catch (CompletionException e) {
      return RobotsTxt.UNREACHABLE;
    }
  }
}
