package io.onrecord.ingest.frontier;

import io.onrecord.ingest.politeness.HostPaces;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The pace of hosts that another instance has asked until now. Each is left alone for a whole delay
 * from the moment that it is taken over, its own longer wish as far as it was noted, and for as
 * long as it had asked to be.
 *
 * <p>One who was killed may have read, or been sent, what nobody will ever know: that the host
 * wants to be left alone. So of hosts that were not given up, those that have lately asked for a
 * pause are believed to have asked for it again at the last moment, unless nothing was to be asked
 * there.
 */
final class Takeover {
  /** What a state's time and its rest differ by is a wish for a delay only up to this. */
  private static final Duration LONGEST_WISH = Duration.ofMinutes(10);

  private static final Duration MOST_CAREFUL = Duration.ofHours(1);

  private final HostPaces paces;
  private final Predicate<String> abandoned;
  private final Map<String, Host> hosts = new HashMap<>();

  /** What its addresses tell of a host. */
  private record Host(
      FetchState last, Optional<Instant> rests, Instant due, Optional<Duration> asked) {
    static Host of(FetchState state) {
      return new Host(
          state, state.rests(), state.plan().map(Plan::next).orElse(Instant.MAX), state.asked());
    }

    Host and(Host other) {
      return new Host(
          other.last.fetchedAt().isAfter(last.fetchedAt()) ? other.last : last,
          later(rests, other.rests),
          other.due.isBefore(due) ? other.due : due,
          later(asked, other.asked));
    }

    private static <T extends Comparable<T>> Optional<T> later(Optional<T> one, Optional<T> other) {
      return one.isEmpty() || (other.isPresent() && other.get().compareTo(one.get()) > 0)
          ? other
          : one;
    }
  }

  Takeover(HostPaces paces, Predicate<String> abandoned) {
    this.paces = paces;
    this.abandoned = abandoned;
  }

  /** A state of one of its addresses. */
  void add(String host, FetchState state) {
    hosts.merge(host, Host.of(state), Host::and);
  }

  /** Tells the pace of every host. */
  void at(Instant now) {
    hosts.forEach(
        (name, host) -> {
          Duration pause = wish(host.last());
          if (host.asked().isPresent()) {
            paces.hasAsked(name, host.asked().get());
            if (abandoned.test(name) && !host.due().isAfter(now)) {
              pause = longer(pause, shorter(host.asked().get(), MOST_CAREFUL));
            }
          }
          paces.rest(name, now.plus(pause).toEpochMilli());
          host.rests().ifPresent(until -> paces.rest(name, until.toEpochMilli()));
        });
  }

  private Duration wish(FetchState last) {
    return last.rests()
        .filter(until -> last.failures() == 0)
        .map(until -> Duration.between(last.fetchedAt(), until))
        .filter(wish -> wish.compareTo(LONGEST_WISH) <= 0)
        .map(wish -> longer(wish, paces.delay()))
        .orElse(paces.delay());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
