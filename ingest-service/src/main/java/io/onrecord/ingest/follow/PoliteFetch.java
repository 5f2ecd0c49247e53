package io.onrecord.ingest.follow;

import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.fetch.HttpFetcher;
import io.onrecord.ingest.fetch.Validators;
import io.onrecord.ingest.politeness.HostPaces;
import io.onrecord.ingest.politeness.RobotsCache;
import io.onrecord.ingest.politeness.RobotsTxt;
import io.onrecord.ingest.url.WebUrl;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a person names is asked for as politely as what a source names: each hop of its redirects by
 * the robots.txt and at the pace of the host that it leads to.
 */
public final class PoliteFetch {
  private static final int MOST_REDIRECTS = 10;

  private final HttpFetcher fetcher;
  private final RobotsCache robots;
  private final HostPaces paces;

  /** A fetch by these rules. */
  public PoliteFetch(HttpFetcher fetcher, RobotsCache robots, HostPaces paces) {
    this.fetcher = fetcher;
    this.robots = robots;
    this.paces = paces;
  }

  /** Fetches it, waiting for its turn at each host. */
  public FetchOutcome fetch(WebUrl start, Validators validators) {
    Set<String> seen = new HashSet<>();
    WebUrl url = start;
    try {
      while (seen.size() <= MOST_REDIRECTS) {
        if (!url.scheme().startsWith("http")) {
          return new FetchOutcome.Refused("redirects to " + url.href(), "name the file itself");
        }
        if (!seen.add(url.scheme() + url.authority() + url.pathAndQuery())) {
          return failed("redirects in a circle, back to " + url.href(), "open it in a browser");
        }
        FetchOutcome outcome = hop(url, validators);
        if (!(outcome instanceof FetchOutcome.Moved moved)) {
          return outcome;
        }
        url = moved.to();
      }
      return failed("redirects more than %d times".formatted(MOST_REDIRECTS), "name the last URL");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed("was given up", "try again");
    }
  }

  /** The robots.txt of a site that was asked. */
  public RobotsTxt robots(WebUrl site) {
    return robots.of(site);
  }

  private FetchOutcome hop(WebUrl url, Validators validators) throws InterruptedException {
    String host = url.authority();
    paces.begin(host);
    if (!robots.isKnown(url)) {
      Optional<RobotsTxt> rules = Optional.empty();
      try {
        rules = Optional.of(robots.of(url));
      } finally {
        paces.answered(host, rules.flatMap(RobotsTxt::crawlDelay));
      }
      paces.begin(host);
    }
    Optional<FetchOutcome> outcome = Optional.empty();
    RobotsTxt rules = robots.of(url);
    boolean asks = rules.allows(url);
    try {
      outcome = Optional.of(asks ? fetcher.hop(url, validators) : forbidden(rules));
      return outcome.get();
    } finally {
      if (!asks) {
        paces.unused(host);
      } else if (outcome.isPresent()
          && outcome.get() instanceof FetchOutcome.Failed failed
          && failed.retryAfter().isPresent()) {
        paces.failed(host, rules.crawlDelay(), failed.retryAfter());
      } else {
        paces.answered(host, rules.crawlDelay());
      }
    }
  }

  private static FetchOutcome forbidden(RobotsTxt rules) {
    return rules == RobotsTxt.UNREACHABLE
        ? failed("has a robots.txt that cannot be had", "try again later")
        : new FetchOutcome.Refused(
            "is forbidden by its site's robots.txt", "fetch it by other means and push it");
  }

  private static FetchOutcome failed(String reason, String remedy) {
    return new FetchOutcome.Failed(OptionalInt.empty(), reason, remedy);
  }
}
