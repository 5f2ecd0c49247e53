package io.onrecord.ingest.websub;

import io.micrometer.core.instrument.MeterRegistry;
import io.onrecord.ingest.fetch.FetchOutcome;
import io.onrecord.ingest.fetch.FormPost;
import io.onrecord.ingest.source.feed.Feed;
import io.onrecord.ingest.url.WebUrl;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks hubs for subscriptions, renews them when four fifths of their lease have passed, and gives
 * up those whose source is followed no more. A hub that does not answer is asked again after an
 * hour, and longer and longer, a day at most; so is one that has denied. Thread-safe.
 */
public final class Subscriptions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
  private static final Duration LEASE = Duration.ofDays(10);
  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);
  private static final Duration LONGEST_LEASE = Duration.ofDays(90);
  private static final Duration AGAIN = Duration.ofHours(1);
  private static final Duration LONGEST_AGAIN = Duration.ofDays(1);
  private static final long TICK_MS = 200;

  private final Callbacks callbacks;
  private final FormPost hubs;
  private final Predicate<String> isFollowed;
  private final MeterRegistry registry;
  private final Clock clock;
  private final Map<String, Subscription> byFeed = new ConcurrentHashMap<>();

  /** Feeds that were read since the start, whether or not they name a hub. */
  private final Set<String> looked = ConcurrentHashMap.newKeySet();

  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "ingest-websub");

  /**
   * Starts to subscribe.
   *
   * @param isFollowed whether a source of this name is followed
   */
  public Subscriptions(
      Callbacks callbacks,
      FormPost hubs,
      Predicate<String> isFollowed,
      MeterRegistry registry,
      Clock clock) {
    this.callbacks = callbacks;
    this.hubs = hubs;
    this.isFollowed = isFollowed;
    this.registry = registry;
    this.clock = clock;
    registry.gauge(
        "onrecord.ingest.websub.subscriptions",
        byFeed,
        all -> all.values().stream().filter(s -> s.until().isPresent()).count());
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether a source's answer was seen since the start; if not, it must be asked for in full. */
  public boolean hasSeen(String url) {
    return looked.contains(url);
  }

  /** A source has answered with something. */
  public void seen(String url) {
    looked.add(url);
  }

  /** A feed was read: its hub is asked, if it names one that was not asked. */
  public void seen(String url, String source, FetchOutcome.Fetched answer, Feed feed) {
    Optional<HubLinks> links = HubLinks.of(answer.said().links(), feed, answer.finalUrl());
    if (links.isEmpty()) {
      byFeed.remove(url);
      return;
    }
    Callbacks.Topic topic = new Callbacks.Topic(url, links.get().topic());
    byFeed.compute(
        url,
        (unused, before) ->
            before != null && before.isOf(links.get().hub(), topic)
                ? before
                : new Subscription(
                    links.get().hub(), source, topic, clock.instant(), 0, Optional.empty()));
  }

  /** A hub has verified that we want it. */
  public void granted(Callbacks.Topic topic, Optional<Duration> lease) {
    Duration given = lease.orElse(LEASE);
    Duration least = given.compareTo(SHORTEST_LEASE) < 0 ? SHORTEST_LEASE : given;
    Duration kept = least.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : least;
    Instant now = clock.instant();
    count("granted");
    byFeed.computeIfPresent(
        topic.feed(),
        (url, s) ->
            s.topic().equals(topic)
                ? s.granted(now.plus(kept), now.plus(kept.multipliedBy(4).dividedBy(5)))
                : s);
  }

  /** A hub has denied it. */
  public void denied(Callbacks.Topic topic, String reason) {
    LOG.atInfo()
        .addKeyValue("feed", topic.feed())
        .addKeyValue("reason", reason)
        .log("websub.denied");
    count("denied");
    byFeed.computeIfPresent(
        topic.feed(), (url, s) -> s.denied(clock.instant().plus(LONGEST_AGAIN)));
  }

  private void run() {
    try {
      while (!stopping.await(TICK_MS, TimeUnit.MILLISECONDS)) {
        byFeed.forEach(
            (url, subscription) -> {
              if (!isFollowed.test(subscription.source())) {
                byFeed.remove(url);
                looked.remove(url);
                ask("unsubscribe", subscription);
              } else if (!subscription.next().isAfter(clock.instant())) {
                Duration wait = AGAIN.multipliedBy(1L << Math.min(subscription.asked(), 5));
                Instant again =
                    clock.instant().plus(wait.compareTo(LONGEST_AGAIN) > 0 ? LONGEST_AGAIN : wait);
                // Before asking: the hub may verify before it answers.
                byFeed.computeIfPresent(url, (unused, s) -> s.asked(again));
                ask("subscribe", subscription);
              }
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(String mode, Subscription subscription) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.callback", callbacks.address(subscription.topic()));
    form.put("hub.mode", mode);
    form.put("hub.topic", subscription.topic().topic());
    form.put("hub.secret", callbacks.secret(subscription.topic()));
    form.put("hub.lease_seconds", Long.toString(LEASE.toSeconds()));
    try {
      int status = hubs.post(WebUrl.parse(subscription.hub()), form);
      count(status / 100 == 2 ? mode : "refused");
    } catch (IOException | RuntimeException e) {
      count("unreachable");
      LOG.atInfo()
          .addKeyValue("hub", subscription.hub())
          .addKeyValue("reason", e.getMessage())
          .log("websub.hub-unreachable");
    }
  }

  private void count(String what) {
    registry.counter("onrecord.ingest.websub", "event", what).increment();
  }

  @Override
  public void close() {
    stopping.countDown();
    thread.interrupt();
    hubs.close();
  }
}
