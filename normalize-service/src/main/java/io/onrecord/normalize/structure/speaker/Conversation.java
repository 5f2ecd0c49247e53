package io.onrecord.normalize.structure.speaker;

import io.onrecord.document.BlockType;
import io.onrecord.document.Role;
import io.onrecord.document.Turn;
import io.onrecord.normalize.bilingual.Translations;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.speech.Label;
import io.onrecord.normalize.speech.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who says what on a page.
 *
 * @param turns what is said, in order
 * @param turnOf for each block the turn that it belongs to
 * @param interviewees canonical names, who speaks most first
 * @param interviewers canonical names, who speaks most first
 * @param questions the blocks that are the interviewer's words although they are printed as
 *     headings
 */
public record Conversation(
    List<Turn> turns,
    List<OptionalInt> turnOf,
    List<String> interviewees,
    List<String> interviewers,
    Set<Integer> questions) {
  private static final Pattern NOTE =
      Pattern.compile(
          "^[（(【\\[〔]\\s*(?:[编編](?:者|辑|輯)?[按注註]?[:：]|[编編](?:者|辑|輯)|[译譯](?:者|注|註)|作者|[记記]者[注註按]|[注註]|(?i:editor|note|translator|author|ed\\.))");
  private static final double HABIT = 0.25;

  public Conversation {
    turns = List.copyOf(turns);
    turnOf = List.copyOf(turnOf);
    interviewees = List.copyOf(interviewees);
    interviewers = List.copyOf(interviewers);
    questions = Set.copyOf(questions);
  }

  /**
   * The conversation in these blocks.
   *
   * @param blocks the kept blocks
   * @param labels of these blocks
   * @param elsewhere the page's other texts, where names are looked for
   * @param translations which of these blocks translates which
   */
  public static Conversation of(
      List<RawBlock> blocks, Labels labels, List<String> elsewhere, Translations translations) {
    OptionalInt[] turnOf = new OptionalInt[blocks.size()];
    Arrays.fill(turnOf, OptionalInt.empty());
    if (labels.count() == 0) {
      return BoldQuestions.conversation(blocks, elsewhere)
          .orElse(new Conversation(List.of(), List.of(turnOf), List.of(), List.of(), Set.of()));
    }
    Speakers speakers = speakers(blocks, labels, elsewhere, translations);
    boolean joins = repeatsLabels(blocks, labels, speakers);
    List<Open> open = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      RawBlock block = blocks.get(i);
      Optional<Label> label = labels.at(block);
      if (label.isPresent()) {
        Label l = label.get();
        String speaker = speakers.name(l);
        boolean same = !open.isEmpty() && open.getLast().speaker.equals(speaker);
        boolean goesOn = same && (joins || translations.originalOf(i).isPresent());
        if (!goesOn) {
          open.add(new Open(speaker, l.printed(), speakers.role(l)));
        }
        open.getLast().say(block.text().substring(l.body()));
      } else if (open.isEmpty() || !spoken(block)) {
        continue;
      } else {
        open.getLast().say(block.text());
      }
      turnOf[i] = OptionalInt.of(open.size() - 1);
    }
    return new Conversation(
        open.stream().map(Open::turn).toList(),
        List.of(turnOf),
        List.copyOf(speakers.names(Role.INTERVIEWEE)),
        List.copyOf(speakers.names(Role.INTERVIEWER)),
        Set.of());
  }

  private static Speakers speakers(
      List<RawBlock> blocks, Labels labels, List<String> elsewhere, Translations translations) {
    List<String> introduction = new ArrayList<>(elsewhere);
    List<String> said = new ArrayList<>();
    boolean begun = false;
    for (RawBlock block : blocks) {
      begun = begun || labels.at(block).isPresent();
      (begun ? said : introduction).add(block.text());
    }
    NameForms forms = new NameForms();
    Speakers speakers = new Speakers(new PrintedNames(introduction, said, forms), forms);
    Label current = null;
    StringBuilder words = new StringBuilder();
    int at = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Optional<Label> label = labels.at(blocks.get(i));
      if (label.isPresent()) {
        if (current != null) {
          speakers.hear(current, words.toString(), at);
        }
        current = label.get();
        at = i;
        words.setLength(0);
        words.append(blocks.get(i).text().substring(current.body()));
      } else if (spoken(blocks.get(i))) {
        words.append(blocks.get(i).text());
      }
    }
    if (current != null) {
      speakers.hear(current, words.toString(), at);
    }
    for (int i = 0; i < blocks.size(); i++) {
      OptionalInt original = translations.originalOf(i);
      if (original.isPresent()) {
        Optional<Label> mine = labels.at(blocks.get(i));
        labels
            .at(blocks.get(original.getAsInt()))
            .ifPresent(first -> mine.ifPresent(second -> speakers.translates(first, second)));
      }
    }
    speakers.settle();
    return speakers;
  }

  /** Whether the page labels every paragraph rather than every turn. */
  private static boolean repeatsLabels(List<RawBlock> blocks, Labels labels, Speakers speakers) {
    String last = "";
    int repeats = 0;
    for (RawBlock block : blocks) {
      Optional<Label> label = labels.at(block);
      if (label.isPresent()) {
        String name = speakers.name(label.get());
        repeats += name.equals(last) ? 1 : 0;
        last = name;
      }
    }
    return repeats >= HABIT * labels.count();
  }

  static boolean spoken(RawBlock block) {
    boolean words =
        block.type() == BlockType.PARAGRAPH
            || block.type() == BlockType.LIST_ITEM
            || block.type() == BlockType.QUOTE;
    return words && !NOTE.matcher(block.text()).find();
  }

  private static final class Open {
    private final String speaker;
    private final String label;
    private final Role role;
    private final List<String> paragraphs = new ArrayList<>();

    Open(String speaker, String label, Role role) {
      this.speaker = speaker;
      this.label = label;
      this.role = role;
    }

    void say(String text) {
      if (!text.isBlank()) {
        paragraphs.add(text.strip());
      }
    }

    Turn turn() {
      return new Turn(speaker, label, role, String.join("\n\n", paragraphs));
    }
  }
}
