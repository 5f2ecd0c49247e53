package io.onrecord.normalize;

import io.onrecord.document.Interview;
import io.onrecord.document.Person;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who takes part where the page itself does not tell: a transcript of a podcast often has no names,
 * and its feed has. What the page says comes first.
 */
final class Participants {
  private static final Set<String> GUESTS = Set.of("guest", "interviewee");
  private static final Set<String> HOSTS =
      Set.of("host", "co-host", "guest host", "moderator", "interviewer");

  private Participants() {}

  static Interview named(Interview interview, List<Person> persons) {
    return new Interview(
        interview.interviewees().isEmpty() ? names(persons, GUESTS) : interview.interviewees(),
        interview.interviewers().isEmpty() ? names(persons, HOSTS) : interview.interviewers(),
        interview.programme(),
        interview.originals());
  }

  private static List<String> names(List<Person> persons, Set<String> roles) {
    return persons.stream()
        .filter(person -> person.group().equals("cast"))
        .filter(person -> roles.contains(person.role().toLowerCase(Locale.ROOT)))
        .map(Person::name)
        .distinct()
        .toList();
  }
}
