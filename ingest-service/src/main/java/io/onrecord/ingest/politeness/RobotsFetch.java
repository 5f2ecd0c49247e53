package io.onrecord.ingest.politeness;

import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.fetch.HttpFetcher;
import io.onrecord.ingest.fetch.Validators;
import io.onrecord.ingest.url.WebUrl;
import java.util.Optional;

/**
 * Fetches a robots.txt, hop by hop where it redirects: each hop waits for the pace of the host that
 * it leads to, as every other request does.
 */
final class RobotsFetch {
  /** RFC 9309, section 2.3.1.2: at least five are followed; after more there is none. */
  private static final int MOST_HOPS = 5;

  private final HttpFetcher fetcher;
  private final Optional<HostPaces> paces;

  RobotsFetch(HttpFetcher fetcher, Optional<HostPaces> paces) {
    this.fetcher = fetcher;
    this.paces = paces;
  }

  /** Fetches it; the place of its own host is the caller's, before and after. */
  RobotsTxt of(WebUrl site) {
    WebUrl url = site.resolve("/robots.txt");
    String own = url.authority();
    String held = own;
    try {
      for (int hop = 0; hop <= MOST_HOPS; hop++) {
        FetchOutcome answer = fetcher.hop(url, Validators.NONE);
        if (!(answer instanceof FetchOutcome.Moved moved)) {
          rest(held, answer);
          return meant(answer);
        }
        if (!moved.to().scheme().startsWith("http") || hop == MOST_HOPS) {
          return RobotsTxt.ABSENT;
        }
        url = moved.to();
        held = pass(held, url.authority());
      }
      return RobotsTxt.ABSENT;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return RobotsTxt.UNREACHABLE;
    } finally {
      comeBack(held, own);
    }
  }

  /** What a robots.txt is answered with may ask for silence too. */
  private void rest(String host, FetchOutcome answer) {
    if (paces.isPresent() && answer instanceof FetchOutcome.Failed failed) {
      failed.retryAfter().ifPresent(pause -> paces.get().restFor(host, pause));
    }
  }

  /** Gives one host's place back before another's is waited for, so that nobody waits in a ring. */
  private String pass(String from, String to) throws InterruptedException {
    if (paces.isPresent()) {
      paces.get().answered(from, Optional.empty());
      paces.get().begin(to);
    }
    return to;
  }

  private void comeBack(String held, String own) {
    if (!held.equals(own)) {
      try {
        pass(held, own);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // the service ends, and no place counts any more
      }
    }
  }

  /** RFC 9309, section 2.3.1: what an answer means. */
  private static RobotsTxt meant(FetchOutcome answer) {
    return switch (answer) {
      case FetchOutcome.Fetched fetched -> RobotsTxt.read(fetched.finalUrl(), fetched.bytes());
      // Empty, or led to where nothing may be fetched: the page itself is judged by the same
      // rule.
      case FetchOutcome.Refused refused -> RobotsTxt.ABSENT;
      case FetchOutcome.NotModified impossible -> RobotsTxt.ABSENT;
      case FetchOutcome.Moved impossible -> RobotsTxt.ABSENT;
      case FetchOutcome.Failed failed -> ofStatus(failed.status().orElse(500));
    };
  }

  /** 4xx: there is none. 429 and 5xx, and no answer at all: stay away. */
  private static RobotsTxt ofStatus(int status) {
    return status >= 400 && status < 500 && status != 429
        ? RobotsTxt.ABSENT
        : RobotsTxt.UNREACHABLE;
  }
}
