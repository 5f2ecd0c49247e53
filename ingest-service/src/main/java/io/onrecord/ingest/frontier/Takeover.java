package io.onrecord.ingest.frontier;

import io.onrecord.ingest.politeness.HostPaces;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The pace of hosts that another instance has asked until now. Nobody knows what that one asked
 * last, because a killed instance leaves no note of it; so each host is left alone for a whole
 * delay from the moment that it is taken over, its own longer wish as far as it was noted, and for
 * as long as it had asked to be.
 */
final class Takeover {
  private final HostPaces paces;
  private final Map<String, FetchState> last = new HashMap<>();
  private final Map<String, Instant> rests = new HashMap<>();

  Takeover(HostPaces paces) {
    this.paces = paces;
  }

  /** A state of one of its addresses. */
  void add(String host, FetchState state) {
    last.merge(
        host, state, (one, other) -> other.fetchedAt().isAfter(one.fetchedAt()) ? other : one);
    state
        .rests()
        .ifPresent(
            until -> rests.merge(host, until, (one, other) -> other.isAfter(one) ? other : one));
  }

  /** Tells the pace of every host. */
  void at(Instant now) {
    last.forEach(
        (host, state) -> {
          Duration wish =
              state
                  .rests()
                  .filter(until -> state.failures() == 0)
                  .map(until -> Duration.between(state.fetchedAt(), until))
                  .orElse(paces.delay());
          Instant ready = now.plus(wish.compareTo(paces.delay()) > 0 ? wish : paces.delay());
          Instant asked = Optional.ofNullable(rests.get(host)).orElse(ready);
          paces.rest(host, (asked.isAfter(ready) ? asked : ready).toEpochMilli());
        });
  }
}
