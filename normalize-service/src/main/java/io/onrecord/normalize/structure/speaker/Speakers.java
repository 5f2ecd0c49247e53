package io.onrecord.normalize.structure.speaker;

import io.onrecord.document.Role;
import io.onrecord.normalize.speech.Label;
import io.onrecord.normalize.speech.Labels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The people behind the labels of a page: one for all spellings of a name, each with a canonical
 * name and a role.
 */
final class Speakers {
  private static final double ASKS = 0.45;
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:q|a|question|answer|提?问题?|提?問題?|回?答)[\\d一二三四五六七八九十]{1,3}", Pattern.CASE_INSENSITIVE);

  private final Map<String, Person> byLabel = new LinkedHashMap<>();
  private final PrintedNames printed;
  private final NameForms forms;

  Speakers(PrintedNames printed, NameForms forms) {
    this.printed = printed;
    this.forms = forms;
  }

  /** "Q1" and "Q2" are one person; "Speaker 1" and "Speaker 2" are not. */
  private static String key(Label label) {
    String key = Labels.key(label.printed());
    return NUMBERED.matcher(key).matches() ? key.replaceAll("[\\d一二三四五六七八九十]+$", "") : key;
  }

  /** Takes in one labelled passage. */
  void hear(Label label, String words, int at) {
    String key = key(label);
    Person person = byLabel.computeIfAbsent(key, k -> new Person());
    boolean roleOnly = !label.role().isEmpty() && label.name().equals(label.printed());
    if (!roleOnly) {
      person.named(label.name());
    }
    person.labelRole(label.role());
    person.speaks(words, at);
  }

  /** One person, whose label is translated with what they say: the original names them. */
  void translates(Label original, Label translated) {
    Person first = byLabel.get(key(original));
    Person second = byLabel.get(key(translated));
    if (first != null && second != null && first != second) {
      byLabel.replaceAll((key, person) -> person == second ? first : person);
    }
  }

  /** Decides who is who, after everything was heard. */
  void settle() {
    mergeForms();
    expand();
    mergeForms();
    nameRoles();
    roles();
  }

  private List<Person> people() {
    return new ArrayList<>(new LinkedHashSet<>(byLabel.values()));
  }

  private void mergeForms() {
    for (Person shorter : people()) {
      if (shorter.canonical().isEmpty()) {
        continue;
      }
      List<Person> longer = new ArrayList<>();
      for (Person other : people()) {
        if (other != shorter && oneOf(other, shorter)) {
          longer.add(other);
        }
      }
      if (longer.size() == 1) {
        merge(longer.getFirst(), shorter);
      }
    }
  }

  private boolean oneOf(Person longer, Person shorter) {
    String a = longer.canonical();
    String b = shorter.canonical();
    return !a.isEmpty() && (forms.same(a, b) || forms.contains(a, b) || forms.initials(a, b));
  }

  private void merge(Person into, Person from) {
    into.take(from);
    byLabel.replaceAll((key, person) -> person == from ? into : person);
  }

  /**
   * A name that labels shorten is printed in full somewhere; a transliterated one in its own
   * script.
   */
  private void expand() {
    for (Person person : people()) {
      String name = person.longestName();
      if (name.isEmpty()) {
        continue;
      }
      String full =
          forms.parts(name).size() > 1 ? printed.cased(name) : printed.full(name).orElse(name);
      person.fullName(printed.original(full).orElse(full));
    }
  }

  /** "Host" and "A" get the name of the one who asks or answers, where the page says it. */
  private void nameRoles() {
    for (Person person : people()) {
      if (!person.canonical().isEmpty()) {
        continue;
      }
      List<String> names =
          switch (person.labelRole()) {
            case "interviewer" -> printed.askers();
            case "interviewee" -> printed.answerers();
            default -> List.of();
          };
      names.stream().filter(this::free).findFirst().ifPresent(person::fullName);
    }
  }

  private boolean free(String name) {
    for (Person person : people()) {
      String taken = person.canonical();
      if (!taken.isEmpty()
          && (forms.same(taken, name)
              || forms.contains(taken, name)
              || forms.contains(name, taken))) {
        return false;
      }
    }
    return true;
  }

  /** Who asks is the interviewer; who is asked, and speaks longer, the interviewee. */
  private void roles() {
    List<Person> people = people();
    Optional<Person> host = people.stream().filter(p -> p.role() == Role.INTERVIEWER).findFirst();
    List<Person> open =
        new ArrayList<>(people.stream().filter(p -> p.labelRole().isEmpty()).toList());
    if (host.isPresent()) {
      open.forEach(
          p ->
              p.labelRole(
                  p.asks() > 0.75 && p.weight() < host.get().weight()
                      ? "interviewer"
                      : "interviewee"));
      return;
    }
    if (people.size() < 2) {
      return;
    }
    open.sort(
        Comparator.comparingDouble(Speakers::asking).reversed().thenComparingInt(Person::first));
    for (int i = 0; i < open.size(); i++) {
      Person p = open.get(i);
      boolean asks =
          i == 0 && people.stream().noneMatch(q -> q.role() == Role.INTERVIEWER)
              || p.asks() >= ASKS && i < open.size() - 1 && p.asks() > 2 * open.getLast().asks();
      p.labelRole(asks ? "interviewer" : "interviewee");
    }
  }

  /** How much a speaker does what interviewers do: ask, and be brief. */
  private static double asking(Person p) {
    double brief = p.turns() == 0 ? 0 : 60.0 / (60 + (double) p.weight() / p.turns());
    return p.asks() + brief;
  }

  /** The canonical name of whoever the label names. */
  String name(Label label) {
    Person person = byLabel.get(key(label));
    String name = person == null ? "" : person.canonical();
    return name.isEmpty() ? label.printed() : name;
  }

  /** What whoever the label names does. */
  Role role(Label label) {
    Person person = byLabel.get(key(label));
    return person == null ? Role.UNKNOWN : person.role();
  }

  /** The names of those with this role, who speaks most first. */
  Set<String> names(Role role) {
    Set<String> names = new LinkedHashSet<>();
    people().stream()
        .filter(p -> p.role() == role && !p.canonical().isEmpty())
        .sorted(
            Comparator.comparingLong(Person::weight).reversed().thenComparing(Person::canonical))
        .forEach(p -> names.add(p.canonical()));
    return names;
  }
}
