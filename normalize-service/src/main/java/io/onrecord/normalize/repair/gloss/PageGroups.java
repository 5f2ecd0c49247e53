package io.onrecord.normalize.repair.gloss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Sorts texts that arrive one by one, such as the lines of several pages in one stream, into those
 * that can come from one page: a text belongs where the same characters are glossed in the same way
 * and none of them stands bare.
 */
final class PageGroups {
  private static final int MAX_GROUPS = 200;
  private static final double MAX_CONFLICT = 0.2;

  private PageGroups() {}

  /** One page's texts, by their index. */
  static final class Group {
    private final Gloss.Form form;
    private final List<Integer> members = new ArrayList<>();
    private final Map<Character, Map<String, Integer>> glossed = new TreeMap<>();
    private final Map<Character, Integer> bare = new TreeMap<>();

    Group(Gloss.Form form) {
      this.form = form;
    }

    List<Integer> members() {
      return members;
    }

    private void add(int index, Observed text) {
      members.add(index);
      text.glosses.forEach(
          g ->
              glossed
                  .computeIfAbsent(g.character(), c -> new TreeMap<>())
                  .merge(g.reading(), 1, Integer::sum));
      text.bare.forEach((c, times) -> bare.merge(c, times, Integer::sum));
    }

    private int times(char c) {
      return glossed.getOrDefault(c, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
    }

    private boolean isAlwaysGlossed(char c) {
      int times = times(c);
      return times > 1 && bare.getOrDefault(c, 0) * 5 <= times;
    }

    /** How many of the text's glosses are this page's too. */
    int agreement(Observed text) {
      return (int)
          text.glosses.stream()
              .filter(g -> glossed.getOrDefault(g.character(), Map.of()).containsKey(g.reading()))
              .count();
    }

    int conflict(Observed text) {
      int conflict = 0;
      for (Gloss g : text.glosses) {
        boolean otherwise =
            glossed.containsKey(g.character())
                && !glossed.get(g.character()).containsKey(g.reading());
        conflict +=
            otherwise || times(g.character()) == 0 && bare.getOrDefault(g.character(), 0) > 1
                ? 1
                : 0;
      }
      for (Map.Entry<Character, Integer> e : text.bare.entrySet()) {
        conflict += isAlwaysGlossed(e.getKey()) ? e.getValue() : 0;
      }
      return conflict;
    }

    /** Whether a text's glosses are borne out by another text of the page. */
    boolean vouchesFor(Observed text) {
      return text.glosses.isEmpty()
          || text.glosses.stream().anyMatch(g -> times(g.character()) > text.times(g.character()));
    }
  }

  /** The glosses of a text in its usual form, and what stands without. */
  static final class Observed {
    private final Optional<Gloss.Form> form;
    private final List<Gloss> glosses;
    private final Map<Character, Integer> bare = new TreeMap<>();

    Observed(String text) {
      List<Gloss> all = Gloss.in(text);
      form = all.stream().map(Gloss::form).findFirst();
      glosses = all.stream().filter(g -> g.form().equals(form.orElseThrow())).toList();
      int next = 0;
      for (int i = 0; i < text.length(); i++) {
        if (next < glosses.size() && glosses.get(next).at() == i) {
          next++;
        } else if (Han.is(text.charAt(i))) {
          bare.merge(text.charAt(i), 1, Integer::sum);
        }
      }
    }

    private int times(char c) {
      return (int) glosses.stream().filter(g -> g.character() == c).count();
    }
  }

  /** The groups, in the order in which their first texts came. */
  static List<Group> of(List<Observed> texts) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Observed text = texts.get(i);
      Optional<Group> home = home(text, groups);
      if (home.isPresent()) {
        home.get().add(i, text);
      } else if (text.form.isPresent() && groups.size() < MAX_GROUPS) {
        Group group = new Group(text.form.get());
        group.add(i, text);
        groups.add(group);
      }
    }
    return groups;
  }

  private static Optional<Group> home(Observed text, List<Group> groups) {
    Group best = null;
    int most = -1;
    for (int i = groups.size() - 1; i >= 0; i--) {
      Group group = groups.get(i);
      if (text.form.filter(f -> !f.equals(group.form)).isPresent()) {
        continue;
      }
      int agreement = group.agreement(text);
      int conflict = group.conflict(text);
      boolean fits = conflict <= MAX_CONFLICT * (agreement + conflict);
      if (fits && agreement - conflict > most) {
        best = group;
        most = agreement - conflict;
      }
    }
    return Optional.ofNullable(best);
  }
}
