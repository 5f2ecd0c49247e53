package io.onrecord.normalize.structure.speaker;

import io.onrecord.document.Role;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** A speaker while the page is being read: everything that is known of them so far. */
final class Person {
  private final Map<String, Integer> names = new TreeMap<>();
  private String labelRole = "";
  private String fullName = "";
  private int turns;
  private int questions;
  private long weight;
  private int first = Integer.MAX_VALUE;

  void named(String name) {
    names.merge(name, 1, Integer::sum);
  }

  void labelRole(String role) {
    if (labelRole.isEmpty()) {
      labelRole = role;
    }
  }

  void fullName(String name) {
    fullName = name;
  }

  void speaks(String text, int at) {
    turns++;
    first = Math.min(first, at);
    weight += text.length();
    String stripped = text.strip();
    int last = stripped.length() - 1;
    while (last > 0 && "\"'”’」』)）*".indexOf(stripped.charAt(last)) >= 0) {
      last--;
    }
    boolean asks = last >= 0 && (stripped.charAt(last) == '?' || stripped.charAt(last) == '？');
    questions += asks ? 1 : 0;
  }

  void take(Person other) {
    other.names.forEach((name, count) -> names.merge(name, count, Integer::sum));
    labelRole(other.labelRole);
    turns += other.turns;
    questions += other.questions;
    weight += other.weight;
    first = Math.min(first, other.first);
  }

  /** The name that labels print most, the longer one of two. */
  String name() {
    return names.entrySet().stream()
        .max(
            Comparator.comparingInt((Map.Entry<String, Integer> e) -> e.getValue())
                .thenComparingInt(e -> e.getKey().length())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** The longest name that labels print. */
  String longestName() {
    return names.keySet().stream()
        .max(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  String canonical() {
    return fullName.isEmpty() ? longestName() : fullName;
  }

  String labelRole() {
    return labelRole;
  }

  int turns() {
    return turns;
  }

  long weight() {
    return weight;
  }

  int first() {
    return first;
  }

  double asks() {
    return turns == 0 ? 0 : (double) questions / turns;
  }

  Role role() {
    return switch (labelRole) {
      case "interviewer" -> Role.INTERVIEWER;
      case "interviewee" -> Role.INTERVIEWEE;
      default -> Role.UNKNOWN;
    };
  }
}
