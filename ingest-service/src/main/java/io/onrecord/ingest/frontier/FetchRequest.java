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
 */
public record FetchRequest(
    String url,
    FetchRole role,
    String source,
    int hops,
    Optional<Instant> changed,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Person> persons) {

  public FetchRequest {
    persons = persons == null ? List.of() : List.copyOf(persons); // older requests have none
  }

  /** For an address that no feed names people for. */
  public FetchRequest(
      String url, FetchRole role, String source, int hops, Optional<Instant> changed) {
    this(url, role, source, hops, changed, List.of());
  }
}
