package io.onrecord.ingest.hostileweb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the log of a web proves; each method lists what should not have happened. */
public final class Witness {
  private static final String OWN = "127.2.";

  /** Clocks of two processes, and the time that a clock takes to be read. */
  private static final Duration SLACK = Duration.ofMillis(2);

  /**
   * What is answered so shortly before a kill may have been read by nobody, or by nobody who could
   * commit it any more.
   */
  private static final Duration UNHEARD = Duration.ofSeconds(1);

  private final HostileWeb web;
  private final FastClock clock;
  private final List<Long> kills;

  /** A witness of everything that was asked so far. */
  public Witness(HostileWeb web, FastClock clock) {
    this(web, clock, List.of());
  }

  /** The same where those who asked were killed at these moments, in nanoseconds. */
  public Witness(HostileWeb web, FastClock clock, List<Long> kills) {
    this.web = web;
    this.clock = clock;
    this.kills = List.copyOf(kills);
  }

  /** Requests that came by an address that may not be dialled, or for a host that is not there. */
  public List<String> ofForbiddenAddresses() {
    return web.log().stream()
        .filter(a -> !a.local().startsWith(OWN) || site(a.host()) == null)
        .map(HostileWeb.Asked::toString)
        .toList();
  }

  /** Requests for what may not be asked. */
  public List<String> ofForbiddenPaths() {
    return web.log().stream()
        .filter(a -> site(a.host()) instanceof Site site && !site.mayBeAsked(a.path()))
        .map(HostileWeb.Asked::toString)
        .toList();
  }

  /** Pairs of requests to one host that were closer than its delay, or at the same time. */
  public List<String> ofHaste(Duration delay) {
    List<String> hasty = new ArrayList<>();
    Map<String, List<HostileWeb.Asked>> hosts =
        web.log().stream()
            .collect(
                Collectors.groupingBy(HostileWeb.Asked::host, TreeMap::new, Collectors.toList()));
    hosts.forEach(
        (host, asked) -> {
          Site site = site(host);
          asked.sort(Comparator.comparingLong(HostileWeb.Asked::begun));
          boolean wishIsKnown = false;
          for (int i = 1; i < asked.size(); i++) {
            HostileWeb.Asked before = asked.get(i - 1);
            wishIsKnown |= before.path().equals("/robots.txt");
            Duration least =
                site != null && wishIsKnown && site.wish().compareTo(delay) > 0
                    ? site.wish()
                    : delay;
            Duration gap = Duration.ofNanos(asked.get(i).begun() - before.ended());
            if (gap.compareTo(clock.real(least).minus(SLACK)) < 0) {
              hasty.add(
                  "%s %s then %s after %d ms, not %d"
                      .formatted(
                          host,
                          before.path(),
                          asked.get(i).path(),
                          gap.toMillis(),
                          clock.real(least).toMillis()));
            }
          }
        });
    return hasty;
  }

  /**
   * What hosts were asked within the time that their Retry-After had asked for, though who was told
   * so lived on.
   */
  public List<String> ofImpatience() {
    return early().filter(early -> !isUnheard(early)).map(Witness::text).toList();
  }

  /** The same where who was told so was killed in that moment, and nobody else can know. */
  public List<String> ofUnheard() {
    return early().filter(this::isUnheard).map(Witness::text).toList();
  }

  private Stream<TooManyRequests.Early> early() {
    return web.sites().stream()
        .flatMap(
            site -> site instanceof TooManyRequests busy ? busy.early().stream() : Stream.of());
  }

  private boolean isUnheard(TooManyRequests.Early early) {
    return kills.stream()
        .map(kill -> Duration.ofNanos(kill - early.told()))
        .anyMatch(later -> !later.isNegative() && later.compareTo(UNHEARD) < 0);
  }

  private static String text(TooManyRequests.Early early) {
    return "%s after %d ms"
        .formatted(early.url(), Duration.ofNanos(early.came() - early.told()).toMillis());
  }

  /** How many requests each kind of host had. */
  public Map<String, Long> counts() {
    return web.log().stream()
        .collect(
            Collectors.groupingBy(
                a -> a.host().replaceFirst("\\.hostile.*", "").replaceFirst("-\\d+$", ""),
                TreeMap::new,
                Collectors.counting()));
  }

  private @org.jspecify.annotations.Nullable Site site(String host) {
    return web.sites().stream()
        .filter(site -> web.authority(site.label()).equals(host))
        .findFirst()
        .orElse(null);
  }
}
