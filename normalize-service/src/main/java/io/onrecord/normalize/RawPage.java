package io.onrecord.normalize;

import io.onrecord.document.Person;
import io.onrecord.event.DocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A page as it was fetched.
 *
 * @param url as fetched, after redirects
 * @param canonicalUrl what identifies it
 * @param contentType exactly as the server sent it
 * @param contentLanguage the {@code Content-Language} that the server sent
 * @param fetchedAt when
 * @param body the bytes, untouched; callers must not change them afterwards
 * @param place where the page stands in the pages topic; {@link Place#NOWHERE} outside Kafka
 * @param rights what its site says about its use, a {@code name: value} each
 * @param persons who takes part, by the word of the feed that led to it
 */
public record RawPage(
    String url,
    String canonicalUrl,
    Optional<String> contentType,
    Optional<String> contentLanguage,
    Instant fetchedAt,
    byte[] body,
    Place place,
    List<String> rights,
    List<Person> persons) {

  public RawPage {
    rights = List.copyOf(rights);
    persons = List.copyOf(persons);
  }

  /** A page about whose use nothing is said. */
  public RawPage(
      String url,
      String canonicalUrl,
      Optional<String> contentType,
      Optional<String> contentLanguage,
      Instant fetchedAt,
      byte[] body,
      Place place) {
    this(
        url,
        canonicalUrl,
        contentType,
        contentLanguage,
        fetchedAt,
        body,
        place,
        List.of(),
        List.of());
  }

  /** A page that is in no topic. */
  public static RawPage of(
      String url, Optional<String> contentType, Instant fetchedAt, byte[] body) {
    return new RawPage(url, url, contentType, Optional.empty(), fetchedAt, body, Place.NOWHERE);
  }

  /** The document id. */
  public String id() {
    return DocumentId.of(canonicalUrl);
  }

  /** Topic, partition and offset of the page event. */
  public record Place(Optional<String> topic, OptionalInt partition, OptionalLong offset) {
    /** In no topic. */
    public static final Place NOWHERE =
        new Place(Optional.empty(), OptionalInt.empty(), OptionalLong.empty());

    /** At this record of a topic. */
    public static Place at(String topic, int partition, long offset) {
      return new Place(Optional.of(topic), OptionalInt.of(partition), OptionalLong.of(offset));
    }
  }
}
