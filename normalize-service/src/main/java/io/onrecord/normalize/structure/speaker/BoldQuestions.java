package io.onrecord.normalize.structure.speaker;

import io.onrecord.document.Role;
import io.onrecord.document.Turn;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.text.Fold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A conversation without labels: the interviewer's questions are printed bold, or as headings, and
 * the answers plain. What keeps a list of frequently asked questions apart is that here somebody
 * answers in the first person.
 *
 * <p>{@code **Why bells?** / Because my father …} is two turns. Where the page does not say who
 * asks, the speaker is called {@code Interviewer}.
 */
final class BoldQuestions {
  private static final int FEWEST = 3;
  private static final double BOLD = 0.9;
  private static final double ANSWERED = 0.75;
  private static final double PERSONAL = 0.5;
  private static final Pattern FIRST_PERSON =
      Pattern.compile("\\b(?:I|I['’][a-z]+|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\\b|我|咱");

  private final List<RawBlock> blocks;
  private final Set<Integer> questions = new TreeSet<>();

  private BoldQuestions(List<RawBlock> blocks) {
    this.blocks = blocks;
  }

  /** The conversation, if the page is one. */
  static Optional<Conversation> conversation(List<RawBlock> blocks, List<String> elsewhere) {
    BoldQuestions found = new BoldQuestions(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      if (isQuestion(blocks.get(i))) {
        found.questions.add(i);
      }
    }
    return found.questions.size() < 2 ? Optional.empty() : found.conversation(elsewhere);
  }

  private static boolean isQuestion(RawBlock block) {
    String text = block.text();
    char last = text.charAt(text.length() - 1);
    if (last != '?' && last != '？') {
      return false;
    }
    return switch (block.type()) {
      case HEADING -> block.level().orElse(1) > 1;
      case PARAGRAPH ->
          block.origin() instanceof Origin.Markup at
              ? at.boldChars() >= BOLD * text.length() && at.linkChars() == 0
              : block.lead().length() == text.length();
      case LIST_ITEM, QUOTE, CODE, TABLE, CAPTION -> false;
    };
  }

  private Optional<Conversation> conversation(List<String> elsewhere) {
    if (!isConversation(true)) {
      return Optional.empty();
    }
    List<String> introduction = new ArrayList<>(elsewhere);
    List<String> talk = new ArrayList<>();
    int first = questions.iterator().next();
    for (int i = 0; i < blocks.size(); i++) {
      (i < first ? introduction : talk).add(blocks.get(i).text());
    }
    PrintedNames names = new PrintedNames(introduction, talk, new NameForms());
    Optional<String> guest = names.answerers().stream().findFirst();
    Optional<String> host =
        names.askers().stream().filter(n -> guest.isEmpty() || !n.equals(guest.get())).findFirst();
    if (!isConversation(guest.isPresent())) {
      return Optional.empty();
    }
    boolean han = blocks.get(first).text().chars().anyMatch(c -> Fold.ideographic((char) c));
    String asker = host.orElse(han ? "采访者" : "Interviewer");
    String answerer = guest.orElse(han ? "受访者" : "Interviewee");
    return Optional.of(turns(asker, answerer, guest, host));
  }

  private boolean isConversation(boolean named) {
    int answered = 0;
    int personal = 0;
    for (int question : questions) {
      boolean any = false;
      boolean me = false;
      for (int i = question + 1; i < blocks.size() && !questions.contains(i); i++) {
        if (Conversation.spoken(blocks.get(i))) {
          any = true;
          me |= FIRST_PERSON.matcher(blocks.get(i).text()).find();
        }
      }
      answered += any ? 1 : 0;
      personal += me ? 1 : 0;
    }
    int all = questions.size();
    boolean spoken = personal >= PERSONAL * all || named && personal > 0;
    return (all >= FEWEST || named) && answered >= ANSWERED * all && spoken;
  }

  private Conversation turns(
      String asker, String answerer, Optional<String> guest, Optional<String> host) {
    List<Turn> turns = new ArrayList<>();
    OptionalInt[] turnOf = new OptionalInt[blocks.size()];
    Arrays.fill(turnOf, OptionalInt.empty());
    List<String> said = new ArrayList<>();
    Role role = Role.UNKNOWN;
    for (int i = 0; i <= blocks.size(); i++) {
      boolean question = questions.contains(i);
      Role next = question ? Role.INTERVIEWER : Role.INTERVIEWEE;
      boolean spoken = i < blocks.size() && (question || Conversation.spoken(blocks.get(i)));
      boolean begun = role != Role.UNKNOWN || question;
      if (i == blocks.size() || spoken && begun && next != role) {
        if (!said.isEmpty()) {
          String who = role == Role.INTERVIEWER ? asker : answerer;
          turns.add(new Turn(who, "", role, String.join("\n\n", said)));
          said.clear();
        }
        role = next;
      }
      if (spoken && begun) {
        said.add(blocks.get(i).text());
        turnOf[i] = OptionalInt.of(turns.size());
      }
    }
    return new Conversation(
        turns, List.of(turnOf), guest.stream().toList(), host.stream().toList(), questions);
  }
}
