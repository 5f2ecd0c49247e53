package io.onrecord.event;

import io.onrecord.document.Person;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * People on the wire: one line of JSON, as in the header {@code ce_persons}, and in bounds, since a
 * feed can name as many as it likes.
 *
 * <pre>[{"name":"Ann Host","role":"host","group":"cast","href":"https://ann.example/"}]</pre>
 */
public final class Persons {
  private static final int MOST = 30;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_LINK = 500;
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private Persons() {}

  /** The first thirty; without longer names, and without longer links. */
  public static List<Person> bounded(List<Person> people) {
    return people.stream()
        .filter(person -> person.name().length() <= LONGEST_NAME)
        .filter(person -> person.role().length() + person.group().length() <= LONGEST_NAME)
        .map(
            person ->
                new Person(
                    person.name(),
                    person.role(),
                    person.group(),
                    person.href().filter(link -> link.length() <= LONGEST_LINK),
                    person.image().filter(link -> link.length() <= LONGEST_LINK)))
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** One line of JSON. */
  public static String write(List<Person> people) {
    return MAPPER.writeValueAsString(people);
  }

  /**
   * The people of such a line.
   *
   * @throws UnreadableEventException when it is none
   */
  public static List<Person> read(String json) {
    try {
      List<Person> people = List.of(MAPPER.readValue(json, Person[].class));
      if (people.stream()
          .anyMatch(p -> p.name() == null || p.role() == null || p.group() == null)) {
        throw new UnreadableEventException("ce_persons has somebody without name, role or group");
      }
      return people;
    } catch (JacksonException | NullPointerException e) {
      throw new UnreadableEventException("ce_persons is no list of people: " + json, e);
    }
  }
}
