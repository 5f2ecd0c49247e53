package io.onrecord.ingest.frontier;

import io.onrecord.ingest.fetch.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of one page; the value of the state topic.
 *
 * @param status last HTTP status; 200 for files and pushed pages, empty if nothing answered
 * @param body hash of the bytes last published, {@code sha256:…}; empty if never
 * @param etag validator of those bytes, as sent
 * @param lastModified validator of those bytes, as sent
 * @param fetchedAt last time that the page was seen or tried
 * @param failures in a row since it was last seen
 * @param lastError what went wrong the last time; empty if nothing
 * @param plan when it will be asked again; empty for what nobody follows
 * @param rests until when its host is to be left alone, where that is longer than usual; for
 *     whoever takes the host over
 * @param asked how long its host has lately asked to be left alone, if it has; for whoever takes it
 *     over from one who was killed
 */
public record FetchState(
    OptionalInt status,
    Optional<String> body,
    Optional<String> etag,
    Optional<String> lastModified,
    Instant fetchedAt,
    int failures,
    Optional<String> lastError,
    Optional<Plan> plan,
    Optional<Instant> rests,
    Optional<Duration> asked) {

  /** A page that has just been seen. */
  public static FetchState seen(int status, String body, Validators validators, Instant at) {
    return new FetchState(
        OptionalInt.of(status),
        Optional.of(body),
        validators.etag(),
        validators.lastModified(),
        at,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same page after a fetch that failed; what was published stays known. */
  public static FetchState failed(
      Optional<FetchState> before, OptionalInt status, String error, Instant at) {
    return new FetchState(
        status,
        before.flatMap(FetchState::body),
        before.flatMap(FetchState::etag),
        before.flatMap(FetchState::lastModified),
        at,
        before.map(FetchState::failures).orElse(0) + 1,
        Optional.of(error),
        before.flatMap(FetchState::plan),
        Optional.empty(),
        Optional.empty());
  }

  /** The same page after its server said that it has not changed. */
  public FetchState seenAgain(Instant at) {
    return new FetchState(
        status,
        body,
        etag,
        lastModified,
        at,
        0,
        Optional.empty(),
        plan,
        Optional.empty(),
        Optional.empty());
  }

  /** An address that was never asked, and is to be. */
  public static FetchState planned(Plan plan, Instant at) {
    return new FetchState(
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        at,
        0,
        Optional.empty(),
        Optional.of(plan),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with this plan, or none. */
  public FetchState with(Optional<Plan> newPlan) {
    return new FetchState(
        status, body, etag, lastModified, fetchedAt, failures, lastError, newPlan, rests, asked);
  }

  /** The same with nothing published: it is gone. */
  public FetchState withoutBody() {
    return new FetchState(
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        fetchedAt,
        failures,
        lastError,
        plan,
        rests,
        asked);
  }

  /** The same with a note of why nothing was published. */
  public FetchState noted(String why) {
    return new FetchState(
        status,
        body,
        etag,
        lastModified,
        fetchedAt,
        failures,
        Optional.of(why),
        plan,
        rests,
        asked);
  }

  /** The same, its host to be left alone until then. */
  public FetchState resting(Optional<Instant> until) {
    return resting(until, asked);
  }

  /** The same, with all that whoever takes its host over should know. */
  public FetchState resting(Optional<Instant> until, Optional<Duration> lately) {
    return until.equals(rests) && lately.equals(asked)
        ? this
        : new FetchState(
            status, body, etag, lastModified, fetchedAt, failures, lastError, plan, until, lately);
  }

  /** Whether it was ever asked. */
  public boolean isTried() {
    return status.isPresent() || failures > 0;
  }

  /** What to ask a server with. */
  public Validators validators() {
    return body.isPresent() ? new Validators(etag, lastModified) : Validators.NONE;
  }
}
