package io.onrecord.ingest;

import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.fetch.HttpFetcher;
import io.onrecord.ingest.fetch.Validators;
import io.onrecord.ingest.follow.SiteSources;
import io.onrecord.ingest.politeness.PageSignals;
import io.onrecord.ingest.politeness.RobotsCache;
import io.onrecord.ingest.politeness.RobotsTxt;
import io.onrecord.ingest.safety.AddressKind;
import io.onrecord.ingest.safety.CheckedResolver;
import io.onrecord.ingest.safety.NamedHosts;
import io.onrecord.ingest.source.feed.Feed;
import io.onrecord.ingest.source.feed.FeedReader;
import io.onrecord.ingest.source.sitemap.Sitemap;
import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.url.InvalidUrlException;
import io.onrecord.ingest.url.WebUrl;
import io.onrecord.settings.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * One address from its spelling to what it leads to, step by step, with nothing published.
 *
 * @param steps in the order in which they are taken
 * @param isGood whether a page or a source is there and may be had
 */
public record FetchExplanation(List<Step> steps, boolean isGood) {
  private static final int MOST_HOPS = 5;

  /** A step and what it came to. */
  public record Step(String name, String text) {}

  /** Takes the steps; from any public address or this machine. */
  public static FetchExplanation of(String text) {
    List<Step> steps = new ArrayList<>();
    try {
      WebUrl url = WebUrl.parse(text);
      CanonicalUrl canonical = CanonicalUrl.of(url);
      steps.add(new Step("canonical", canonical.value() + "  id " + canonical.documentId()));
      return new FetchExplanation(steps, walk(url, steps));
    } catch (InvalidUrlException e) {
      steps.add(new Step("url", e.getMessage()));
      return new FetchExplanation(steps, false);
    }
  }

  private static boolean walk(WebUrl start, List<Step> steps) {
    IngestSettings settings = IngestSettings.from(Settings.defaults());
    NamedHosts named = new NamedHosts();
    CheckedResolver dns =
        new CheckedResolver(SystemDefaultDnsResolver.INSTANCE, true, settings.own(), named);
    try (NamedHosts.Named meanwhile = named.name(start);
        HttpFetcher fetcher = HttpFetcher.whole(dns, settings.userAgent(), settings.limits());
        HttpFetcher cropping =
            HttpFetcher.cropping(
                dns, settings.userAgent(), settings.limits().of(RobotsTxt.MOST_BYTES))) {
      RobotsCache robots = new RobotsCache(cropping, Clock.systemUTC());
      WebUrl url = start;
      for (int hop = 0; hop <= MOST_HOPS; hop++) {
        steps.add(new Step("address", addresses(url.host())));
        RobotsTxt rules = robots.of(url);
        boolean allowed = rules.allows(url);
        steps.add(new Step("robots.txt", robots(rules, allowed)));
        if (!allowed) {
          return false;
        }
        FetchOutcome outcome = fetcher.hop(url, Validators.NONE);
        if (!(outcome instanceof FetchOutcome.Moved moved)) {
          return explain(outcome, rules, steps);
        }
        steps.add(new Step("redirect", "to " + moved.to().href()));
        url = moved.to();
      }
      steps.add(new Step("answer", "redirects again and again"));
      return false;
    }
  }

  private static String addresses(String host) {
    try {
      return Arrays.stream(SystemDefaultDnsResolver.INSTANCE.resolve(host))
          .map(FetchExplanation::kind)
          .collect(Collectors.joining(", "));
    } catch (UnknownHostException e) {
      return host + " has no address";
    }
  }

  private static String kind(InetAddress address) {
    return address.getHostAddress() + " (" + AddressKind.of(address).word() + ")";
  }

  private static String robots(RobotsTxt rules, boolean allowed) {
    if (rules == RobotsTxt.UNREACHABLE) {
      return "cannot be had: stay away for now";
    }
    String delay = rules.crawlDelay().map(d -> ", wishes for " + d.toSeconds() + " s").orElse("");
    String about =
        rules == RobotsTxt.ABSENT ? "there is none" : allowed ? "allows it" : "forbids it";
    return about + delay;
  }

  private static boolean explain(FetchOutcome outcome, RobotsTxt rules, List<Step> steps) {
    return switch (outcome) {
      case FetchOutcome.Fetched page -> {
        steps.add(
            new Step(
                "answer",
                "%d, %d bytes, %s"
                    .formatted(
                        page.status(),
                        page.bytes().length,
                        page.contentType().orElse("no content type"))));
        page.validators().etag().ifPresent(tag -> steps.add(new Step("etag", tag)));
        page.said().fresh().ifPresent(d -> steps.add(new Step("fresh for", d.toSeconds() + " s")));
        PageSignals signals =
            PageSignals.read(page.bytes(), page.contentType(), page.said(), rules.rights());
        signals.rights().forEach(right -> steps.add(new Step("rights", right)));
        signals.canonical().ifPresent(name -> steps.add(new Step("own name", name)));
        steps.add(new Step("is", kind(page, rules)));
        yield !signals.noindex();
      }
      case FetchOutcome.Failed failed -> no(steps, failed.reason() + "; " + failed.remedy());
      case FetchOutcome.Refused refused -> no(steps, refused.reason() + "; " + refused.remedy());
      case FetchOutcome.NotModified same -> no(steps, "unchanged");
      case FetchOutcome.Moved moved -> no(steps, "moved");
    };
  }

  private static boolean no(List<Step> steps, String why) {
    steps.add(new Step("answer", why));
    return false;
  }

  private static String kind(FetchOutcome.Fetched page, RobotsTxt rules) {
    Optional<Feed> feed =
        FeedReader.read(page.bytes(), page.contentType(), Optional.of(page.finalUrl()));
    if (feed.isPresent()) {
      return "a feed (%s) of %d entries"
          .formatted(feed.get().format(), feed.get().entries().size());
    }
    Optional<Sitemap> map = Sitemap.read(page.bytes(), page.finalUrl());
    if (map.isPresent() && map.get().pages().size() + map.get().sitemaps().size() > 0) {
      return "a sitemap of %d pages and %d sitemaps"
          .formatted(map.get().pages().size(), map.get().sitemaps().size());
    }
    List<String> named = SiteSources.named(page, rules);
    return named.isEmpty() ? "a page" : "a page that leads to " + String.join(", ", named);
  }
}
