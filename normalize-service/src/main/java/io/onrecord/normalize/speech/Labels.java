package io.onrecord.normalize.speech;

import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.speech.InnerLabels.Place;
import io.onrecord.normalize.speech.LabelGrammar.Candidate;
import io.onrecord.normalize.speech.LabelGrammar.Form;
import io.onrecord.normalize.text.Fold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The labels of one page. A possible label is believed when the page makes a habit of it: the same
 * words return, or stand between others that do. Immutable.
 */
public final class Labels {
  private static final int MOST_SPEAKERS = 60;
  private static final int ALONE_RETURNS = 3;
  private static final int IN_LIST_RETURNS = 3;
  private static final int NEAR = 6;

  /** Of no page: nothing has been read yet. */
  public static final Labels NONE = new Labels(List.of(), List.of(), Map.of(), Set.of());

  private final List<RawBlock> blocks;
  private final List<Optional<Candidate>> candidates;
  private final Map<RawBlock, Label> found;
  private final Set<String> names;

  private Labels(
      List<RawBlock> blocks,
      List<Optional<Candidate>> candidates,
      Map<RawBlock, Label> found,
      Set<String> names) {
    this.blocks = blocks;
    this.candidates = candidates;
    this.found = Collections.unmodifiableMap(found);
    this.names = Set.copyOf(names);
  }

  /** The labels of a page. */
  public static Labels of(List<RawBlock> blocks) {
    return NONE.among(blocks);
  }

  /**
   * The labels of other blocks of the same page. What is believed is decided anew; what a block
   * could begin with is not: a page is asked for its labels by three stages, and most of its blocks
   * are the same each time.
   */
  public Labels among(List<RawBlock> others) {
    if (sameAs(others)) {
      return this;
    }
    List<Optional<Candidate>> read = candidates(others);
    Map<String, Habit> habits = new LinkedHashMap<>();
    for (Optional<Candidate> candidate : read) {
      candidate.ifPresent(c -> habits.computeIfAbsent(c.habit(), k -> new Habit(c)).count++);
    }
    Set<String> believed = believed(habits);
    Map<RawBlock, Label> labels = new IdentityHashMap<>();
    Set<String> words = new TreeSet<>();
    for (int i = 0; i < read.size() && !believed.isEmpty(); i++) {
      Candidate c = read.get(i).orElse(null);
      if (c != null && (believed.contains(c.habit()) || once(read, believed, i))) {
        labels.put(others.get(i), c.label());
        words.add(key(c.label().printed()));
      }
    }
    return new Labels(List.copyOf(others), read, labels, words);
  }

  private boolean sameAs(List<RawBlock> others) {
    boolean same = !blocks.isEmpty() && blocks.size() == others.size();
    for (int i = 0; i < blocks.size() && same; i++) {
      same = blocks.get(i) == others.get(i);
    }
    return same;
  }

  private List<Optional<Candidate>> candidates(List<RawBlock> others) {
    Map<RawBlock, Optional<Candidate>> known = new IdentityHashMap<>();
    for (int i = 0; i < blocks.size(); i++) {
      known.put(blocks.get(i), candidates.get(i));
    }
    Map<String, Integer> alone = alone(others);
    List<Optional<Candidate>> read = new ArrayList<>(others.size());
    for (RawBlock block : others) {
      Optional<Candidate> before = known.get(block);
      if (LabelGrammar.standsAlone(block)) {
        boolean returns = alone.get(line(block)) >= ALONE_RETURNS;
        read.add(returns ? candidate(block) : Optional.empty());
      } else {
        read.add(before == null ? candidate(block) : before);
      }
    }
    return read;
  }

  /**
   * How often each line returns that could be a name alone in its paragraph. Nearly every short
   * line could; what does not return is no label and need not be read.
   */
  private static Map<String, Integer> alone(List<RawBlock> blocks) {
    Map<String, Integer> lines = new HashMap<>();
    for (RawBlock block : blocks) {
      if (LabelGrammar.standsAlone(block)) {
        lines.merge(line(block), 1, Integer::sum);
      }
    }
    return lines;
  }

  private static String line(RawBlock block) {
    return key(LabelGrammar.trim(block.text()));
  }

  /** "Ada Lovelace" and "Lovelace" are one habit: each counts for the other. */
  private static void addShorterForms(Map<String, Habit> habits) {
    Map<String, Integer> byLastName = new LinkedHashMap<>();
    for (Habit habit : habits.values()) {
      byLastName.merge(lastName(habit), habit.count, Integer::sum);
    }
    for (Habit habit : habits.values()) {
      if (!lastName(habit).isEmpty()) {
        habit.count = byLastName.get(lastName(habit));
      }
    }
  }

  private static String lastName(Habit habit) {
    Candidate c = habit.sample;
    boolean labels = c.form() == Form.COLON || c.form() == Form.BRACKETS || c.form() == Form.TIMED;
    if (!labels || c.inList()) {
      return "";
    }
    String name = Fold.fold(c.label().name()).strip();
    int last = Math.max(name.lastIndexOf(' '), name.lastIndexOf('·'));
    return name.substring(last + 1);
  }

  private static final class Habit {
    private final Candidate sample;
    private int count;

    Habit(Candidate sample) {
      this.sample = sample;
    }
  }

  private static Optional<Candidate> candidate(RawBlock block) {
    if (block.origin() instanceof Origin.Cue cue && cue.voice().isPresent()) {
      String voice = cue.voice().get();
      Label label = new Label(voice, voice, LabelGrammar.role(voice), 0, 0);
      return Optional.of(Candidate.of(label, Form.VOICE, true));
    }
    return switch (block.type()) {
      case PARAGRAPH, QUOTE, HEADING ->
          LabelGrammar.at(block.text(), block.lead()).filter(Candidate::nameLike);
      case LIST_ITEM ->
          LabelGrammar.at(block.text(), block.lead())
              .filter(Candidate::nameLike)
              .map(Candidate::asListItem);
      case CODE, TABLE, CAPTION -> Optional.empty();
    };
  }

  private static Set<String> believed(Map<String, Habit> habits) {
    Set<String> believed = new TreeSet<>();
    int total = 0;
    boolean role = false;
    addShorterForms(habits);
    boolean paragraphs =
        habits.values().stream().filter(h -> !h.sample.inList()).anyMatch(h -> returns(h, true));
    for (Map.Entry<String, Habit> entry : habits.entrySet()) {
      Habit habit = entry.getValue();
      if (believed.size() < MOST_SPEAKERS && returns(habit, paragraphs)) {
        believed.add(entry.getKey());
        total += habit.count;
        role |= !habit.sample.label().role().isEmpty();
      }
    }
    boolean alone =
        believed.size() == 1 && (total < 2 || total < 3 && !role && !answered(habits, believed));
    return alone ? Set.of() : believed;
  }

  /** Whether somebody else has a label of the same form, if only once. */
  private static boolean answered(Map<String, Habit> habits, Set<String> believed) {
    Form form = habits.get(believed.iterator().next()).sample.form();
    return habits.entrySet().stream()
        .anyMatch(
            e ->
                !believed.contains(e.getKey())
                    && e.getValue().sample.form() == form
                    && form.ordinal() <= Form.COLON.ordinal()
                    && !e.getValue().sample.inList());
  }

  /** Lists have colons of their own: dialogue in list items is believed where there is no other. */
  private static boolean returns(Habit habit, boolean paragraphs) {
    Candidate c = habit.sample;
    int count = habit.count;
    if (c.inList() && (paragraphs || count < IN_LIST_RETURNS)) {
      return false;
    }
    boolean role = !c.label().role().isEmpty();
    String printed = c.label().printed();
    return switch (c.form()) {
      case VOICE -> true;
      case TIMED -> count >= 2 || role;
      case COLON -> count >= 2 || role;
      case BRACKETS, LETTER -> count >= 2 && (role || printed.length() > 1);
      case DASH -> count >= 3 && (role || printed.contains(" "));
      case ALONE -> count >= ALONE_RETURNS && (role || fullName(printed));
    };
  }

  /** A full name that labels a single paragraph between labelled ones. */
  private static boolean once(List<Optional<Candidate>> candidates, Set<String> believed, int at) {
    Candidate c = candidates.get(at).orElseThrow();
    String name = c.label().name();
    boolean han = name.length() >= 2 && name.length() <= 4 && Fold.ideographic(name.charAt(0));
    return (c.form() == Form.COLON || c.form() == Form.TIMED)
        && !c.inList()
        && (fullName(name) || han
            ? near(candidates, believed, at, -1, NEAR) && near(candidates, believed, at, 1, NEAR)
            : near(candidates, believed, at, -1, 2) && near(candidates, believed, at, 1, 2));
  }

  /** Several words in capitals, or Chinese characters with a dot between the parts. */
  private static boolean fullName(String name) {
    boolean han = name.chars().anyMatch(c -> Fold.ideographic((char) c));
    return han ? name.contains("·") && !name.contains(" ") : name.contains(" ");
  }

  private static boolean near(
      List<Optional<Candidate>> candidates, Set<String> believed, int at, int step, int most) {
    int i = at + step;
    for (int seen = 0; seen < most && i >= 0 && i < candidates.size(); seen++, i += step) {
      if (candidates.get(i).filter(c -> believed.contains(c.habit())).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The words of a label for comparison: "Mark :" and "MARK" are the same. */
  public static String key(String words) {
    StringBuilder key = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = Fold.fold(words.charAt(i));
      if (!Character.isWhitespace(c) && ":*_".indexOf(c) < 0) {
        key.append(c);
      }
    }
    return key.toString();
  }

  /** The label that the block begins with. */
  public Optional<Label> at(RawBlock block) {
    return Optional.ofNullable(found.get(block));
  }

  /** Whether the words label a paragraph somewhere on the page. */
  public boolean isName(String words) {
    return names.contains(key(words));
  }

  /** How many blocks begin with a label: 0 where the page does not label its speakers. */
  public int count() {
    return found.size();
  }

  /**
   * A label inside the text, for the paragraph in which a second speaker begins. Only words that
   * label a paragraph of their own elsewhere.
   */
  public Optional<Label> inside(String text, int from) {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    InnerLabels places = new InnerLabels(text, from);
    for (Place place = places.next(); place != null; place = places.next()) {
      String printed = text.substring(place.from(), place.to()).strip();
      if (names.contains(key(printed))) {
        String role = LabelGrammar.role(printed);
        return Optional.of(new Label(printed, printed, role, place.from(), place.body()));
      }
    }
    return Optional.empty();
  }
}
