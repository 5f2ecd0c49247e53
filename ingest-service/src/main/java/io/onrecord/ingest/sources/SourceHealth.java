package io.onrecord.ingest.sources;

import io.onrecord.ingest.frontier.FetchState;
import io.onrecord.ingest.frontier.Habit;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.frontier.Plan;
import io.onrecord.ingest.url.CanonicalUrl;
import java.time.Instant;
import java.util.Optional;

/**
 * How a source is doing.
 *
 * @param name its own
 * @param url its address
 * @param state {@code paused}, {@code new}, {@code failing}, {@code silent} or {@code ok}
 * @param checked when it was last asked
 * @param next when it is asked again
 * @param lastNew when it last had something new
 * @param failures in a row
 * @param error what went wrong the last time
 */
public record SourceHealth(
    String name,
    String url,
    String state,
    Optional<Instant> checked,
    Optional<Instant> next,
    Optional<Instant> lastNew,
    int failures,
    Optional<String> error) {

  /** What the state of its address says. */
  public static SourceHealth of(NamedSource source, KnownPages known, Instant now) {
    Optional<FetchState> state = known.find(new CanonicalUrl(source.url()));
    Optional<Plan> plan = state.flatMap(FetchState::plan);
    Optional<Habit> habit = plan.flatMap(Plan::habit);
    boolean tried = state.filter(FetchState::isTried).isPresent();
    int failures = state.map(FetchState::failures).orElse(0);
    String word =
        source.paused()
            ? "paused"
            : !tried
                ? "new"
                : failures > 0
                    ? "failing"
                    : habit.filter(h -> h.isSilent(now)).isPresent() ? "silent" : "ok";
    return new SourceHealth(
        source.name(),
        source.url(),
        word,
        state.filter(FetchState::isTried).map(FetchState::fetchedAt),
        plan.map(Plan::next),
        habit.map(Habit::lastNew),
        failures,
        state.flatMap(FetchState::lastError));
  }
}
