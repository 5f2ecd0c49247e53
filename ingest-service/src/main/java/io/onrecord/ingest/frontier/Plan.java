package io.onrecord.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onrecord.document.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That an address is to be asked again, and when; part of its state.
 *
 * @param role what is expected there
 * @param source the source that led here
 * @param next when it is due
 * @param interval the last interval, from which the next is reckoned
 * @param hops redirects that led here
 * @param missingSince when it was first answered 404 or 410, and has been since
 * @param habit of a source
 * @param persons who takes part, by the word of the feed that led here
 */
public record Plan(
    FetchRole role,
    String source,
    Instant next,
    Optional<Duration> interval,
    int hops,
    Optional<Instant> missingSince,
    Optional<Habit> habit,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Person> persons) {

  public Plan {
    persons = persons == null ? List.of() : List.copyOf(persons); // older states have none
  }

  /** For an address that has just been asked for. */
  public static Plan now(FetchRequest request, Instant now) {
    return new Plan(
        request.role(),
        request.source(),
        now,
        Optional.empty(),
        request.hops(),
        Optional.empty(),
        Optional.empty(),
        request.persons());
  }

  /** The same, due at this time. */
  public Plan due(Instant at) {
    return new Plan(role, source, at, interval, hops, missingSince, habit, persons);
  }

  /** The same, due at the end of this interval; what was missing is there. */
  public Plan due(Instant at, Duration after) {
    return new Plan(role, source, at, Optional.of(after), hops, Optional.empty(), habit, persons);
  }

  /** The same, missing since. */
  public Plan missing(Instant since, Instant at) {
    return new Plan(role, source, at, interval, hops, Optional.of(since), habit, persons);
  }

  /** The same with this habit. */
  public Plan with(Habit known) {
    return new Plan(role, source, next, interval, hops, missingSince, Optional.of(known), persons);
  }
}
