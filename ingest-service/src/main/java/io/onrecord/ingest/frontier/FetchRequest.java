package io.onrecord.ingest.frontier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.onrecord.document.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That an address should be fetched; the value of the requests topic.
 *
 * @param url canonical
 * @param role what is expected there
 * @param source the source that led to it
 * @param hops redirects that led to it
 * @param changed when it is said to have changed; one that was fetched since is not fetched again
 * @param persons who takes part, by the word of the feed that led to it
 * @param rests makes it a note instead of a request: its host has asked one who lost it meanwhile
 *     to be left alone until then
 */
public record FetchRequest(
    String url,
    FetchRole role,
    String source,
    int hops,
    Optional<Instant> changed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Person> persons,
    Optional<Instant> rests) {

  public FetchRequest {
    persons = persons == null ? List.of() : List.copyOf(persons); // older requests have none
  }

  /** For an address that a feed may name people for. */
  public FetchRequest(
      String url,
      FetchRole role,
      String source,
      int hops,
      Optional<Instant> changed,
      List<Person> persons) {
    this(url, role, source, hops, changed, persons, Optional.empty());
  }

  /** For an address that no feed names people for. */
  public FetchRequest(
      String url, FetchRole role, String source, int hops, Optional<Instant> changed) {
    this(url, role, source, hops, changed, List.of());
  }

  /** A note to whoever owns its host now. */
  static FetchRequest note(String url, Plan plan, Instant rests) {
    return new FetchRequest(
        url,
        plan.role(),
        plan.source(),
        plan.hops(),
        Optional.empty(),
        List.of(),
        Optional.of(rests));
  }
}
