package io.onrecord.normalize.speech;

import io.onrecord.normalize.cue.CueTable;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.text.Fold;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a label may look like: {@code Ada Lovelace:}, {@code 主持人：}, {@code Q.}, {@code [00:12:34]
 * ADA:}, {@code Ada (00:12):}, {@code 【记者】}, {@code 李然（主持人）：}, {@code Ada —}. Says what could be a
 * label; {@link Labels} says what is.
 */
final class LabelGrammar {
  private static final CueTable WORDS = CueTable.load("label");
  private static final int LONGEST = 48;
  private static final int LONGEST_ALONE = LONGEST + 14;

  private static final String TIME =
      "[\\[(（【<]?\\s*(?:\\d{1,2}:)?\\d{1,3}:\\d{2}(?:[.,]\\d{1,3})?\\s*[\\])）】>]?";
  private static final Pattern TIME_FIRST = Pattern.compile("^\\s*" + TIME + "\\s*[-–—|:：]?\\s*");
  private static final Pattern COLON =
      Pattern.compile("^([^:：\\n]{1," + LONGEST + "}?)\\s*[:：](?!//)[*_\\s\\u00A0]*");
  private static final Pattern TIMED =
      Pattern.compile("^(\\D{1," + LONGEST + "}?)\\s*" + TIME + "\\s*[:：][*_\\s\\u00A0]*");
  private static final Pattern BRACKETS =
      Pattern.compile("^[【\\[<〔]([^】\\]>〕\\n]{1,24})[】\\]>〕]\\s*[:：]?\\s*");
  private static final Pattern DASH = Pattern.compile("^([^—–:：\\n]{1,32}?)\\s*(?:——|—|–| - )\\s*");
  private static final Pattern LETTER = Pattern.compile("^([QA问答])\\s?\\d{0,2}[.、．|]\\s*");
  private static final String OPENS = "QA问答【[<〔";
  private static final Pattern TIME_LAST =
      Pattern.compile("^(\\D{1," + LONGEST + "}?)\\s*[,|·-]?\\s*" + TIME + "\\s*$");
  private static final Pattern IN_BRACKETS =
      Pattern.compile("^(.*?)\\s*[(（\\[]([^()（）\\[\\]]{1,24})[)）\\]]\\s*$");

  private static final Pattern LATIN_NAME =
      Pattern.compile(
          "(?:(?:Dr|Mr|Mrs|Ms|Prof|Sen|Rep|Gov|Sir|Dame|Rev)\\.? )?\\p{Lu}[\\p{L}\\p{M}'’.-]*"
              + "(?:,? (?:(?:de|da|di|del|der|den|van|von|la|le|el|bin|ibn|al|dos|of|and|the|&)"
              + "|\\p{Lu}[\\p{L}\\p{M}'’.-]*|\\d{1,2})){0,5}");
  private static final Pattern HAN_NAME =
      Pattern.compile(
          "(?=.*\\p{IsHan})[\\p{IsHan}\\p{L}]{1,10}(?:[·•・．. ][\\p{IsHan}\\p{L}]{1,10}){0,3}");
  private static final Pattern PUBLICATION = Pattern.compile("《[^》]{1,12}》");
  private static final Pattern ROLE_THEN_NAME =
      Pattern.compile(
          "^(主持人|主持|记者|嘉宾|主播|采访者|访谈者|(?i:host|guest|interviewer|moderator|reporter))"
              + "[ :：·-]?\\s*(.{1,24})$");
  private static final int MOST_HAN = 14;

  /** How sure the form itself makes us, before the page is asked. */
  enum Form {
    /** The format itself names the voice. */
    VOICE,
    /** A time of the recording stands beside the name. */
    TIMED,
    COLON,
    BRACKETS,
    LETTER,
    DASH,
    /** The name stands alone in its paragraph. */
    ALONE
  }

  /**
   * A possible label.
   *
   * @param habit the same for labels of one form with the same words
   */
  record Candidate(Label label, Form form, boolean nameLike, boolean inList, String habit) {
    static Candidate of(Label label, Form form, boolean nameLike) {
      return new Candidate(
          label, form, nameLike, false, form.ordinal() + Labels.key(label.printed()));
    }

    Candidate asListItem() {
      return new Candidate(label, form, nameLike, true, "-" + habit);
    }
  }

  private LabelGrammar() {}

  /** Whether the whole block could be nothing but a name alone in its paragraph. */
  static boolean standsAlone(RawBlock block) {
    String text = block.text();
    return text.length() <= LONGEST_ALONE
        && !(block.origin() instanceof Origin.Cue)
        && block.lead().isBlank()
        && !Marks.of(text, 0, text.length()).any();
  }

  /** The possible label at the start of the paragraph. */
  static Optional<Candidate> at(String text, String lead) {
    int offset = timeFirst(text);
    Marks marks = Marks.of(text, offset, Math.min(text.length(), offset + 2 * LONGEST));
    boolean plain = !marks.any() && lead.isBlank();
    if (plain) {
      return alone(text);
    }
    String rest = text.substring(offset, Math.min(text.length(), offset + 2 * LONGEST));
    Optional<Candidate> found = Optional.empty();
    if (marks.colon()) {
      found =
          (marks.time() ? form(TIMED, Form.TIMED, rest, offset) : Optional.<Candidate>empty())
              .or(() -> form(COLON, offset > 0 ? Form.TIMED : Form.COLON, rest, offset));
    }
    if (found.isEmpty() && marks.opens()) {
      found = form(LETTER, Form.LETTER, rest, offset);
    }
    if (found.isEmpty()) {
      found = bold(text, lead);
    }
    if (found.isEmpty() && marks.opens()) {
      found = form(BRACKETS, Form.BRACKETS, rest, offset);
    }
    if (found.isEmpty()) {
      found = alone(text);
    }
    return found.isEmpty() && marks.dash() ? form(DASH, Form.DASH, rest, offset) : found;
  }

  /**
   * What a glance tells before any pattern is tried: nearly all paragraphs have none of it.
   *
   * @param colon a colon
   * @param time a colon between digits
   * @param dash a dash, or a hyphen between spaces
   * @param opens a first character with which the other forms begin
   */
  private record Marks(boolean colon, boolean time, boolean dash, boolean opens) {
    static Marks of(String text, int from, int to) {
      boolean colon = false;
      boolean time = false;
      boolean dash = false;
      for (int i = from; i < to; i++) {
        char c = text.charAt(i);
        colon |= c == ':' || c == '：';
        time |= c == ':' && digit(text, i - 1, from, to) && digit(text, i + 1, from, to);
        dash |= c == '–' || c == '—' || c == '-' && text.startsWith(" - ", i - 1);
      }
      return new Marks(colon, time, dash, from < to && OPENS.indexOf(text.charAt(from)) >= 0);
    }

    private static boolean digit(String text, int at, int from, int to) {
      return at >= from && at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    boolean any() {
      return colon || dash || opens;
    }
  }

  /** Where the paragraph goes on after a time at its start. */
  private static int timeFirst(String text) {
    int i = 0;
    while (i < text.length() && (text.charAt(i) <= ' ' || "[(（【<".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    if (i == text.length() || text.charAt(i) < '0' || text.charAt(i) > '9') {
      return 0;
    }
    Matcher first = TIME_FIRST.matcher(text);
    return first.find() && first.end() < text.length() ? first.end() : 0;
  }

  private static Optional<Candidate> form(Pattern pattern, Form form, String text, int offset) {
    Matcher m = pattern.matcher(text);
    return m.find() ? candidate(m.group(1), form, offset + m.end()) : Optional.empty();
  }

  /** A bold start that is no sentence: {@code **Ada Lovelace** I was …}. */
  private static Optional<Candidate> bold(String text, String lead) {
    if (lead.isBlank() || lead.length() > LONGEST || !text.startsWith(lead)) {
      return Optional.empty();
    }
    int body = lead.length();
    while (body < text.length() && ":： \u00A0".indexOf(text.charAt(body)) >= 0) {
      body++;
    }
    return candidate(lead, Form.BRACKETS, body);
  }

  private static Optional<Candidate> alone(String text) {
    if (text.length() > LONGEST_ALONE) {
      return Optional.empty();
    }
    Matcher timed = TIME_LAST.matcher(text);
    boolean any = text.indexOf(':') >= 0 && timed.find();
    return candidate(any ? timed.group(1) : text, Form.ALONE, text.length());
  }

  private static Optional<Candidate> candidate(String words, Form form, int body) {
    String printed = trim(words);
    if (printed.isEmpty() || printed.length() > LONGEST) {
      return Optional.empty();
    }
    String name = printed;
    String role = role(printed);
    Matcher brackets = IN_BRACKETS.matcher(printed);
    Matcher prefixed = ROLE_THEN_NAME.matcher(printed);
    if (role.isEmpty()
        && closesBracket(printed)
        && brackets.matches()
        && !brackets.group(1).isBlank()) {
      String outer = role(brackets.group(1));
      String inner = role(brackets.group(2));
      boolean roleFirst = !outer.isEmpty() && !outer.equals("none");
      name = roleFirst ? brackets.group(2) : brackets.group(1);
      role = roleFirst ? outer : inner.equals("none") ? "" : inner;
    } else if (role.isEmpty() && prefixed.matches() && looksLikeName(prefixed.group(2))) {
      role = role(prefixed.group(1));
      name = prefixed.group(2);
    }
    if (role.equals("none")) {
      if (form != Form.TIMED) {
        return Optional.empty();
      }
      role = "";
    }
    boolean nameLike = !role.isEmpty() || looksLikeName(name);
    return Optional.of(
        Candidate.of(new Label(printed, name.strip(), role, 0, body), form, nameLike));
  }

  private static boolean closesBracket(String printed) {
    return printed.indexOf(')') >= 0 || printed.indexOf('）') >= 0 || printed.indexOf(']') >= 0;
  }

  /** Without the signs that stand around a label and are no part of it. */
  static String trim(String words) {
    int from = 0;
    int to = words.length();
    while (from < to && "*_#>•–—- \t\u00A0".indexOf(words.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "*_:： \t\u00A0".indexOf(words.charAt(to - 1)) >= 0) {
      to--;
    }
    return words.substring(from, to);
  }

  /** The role that the words say, {@code none} for words that are no speaker, or empty. */
  static String role(String words) {
    List<CueTable.Hit> hits = WORDS.find(Fold.fold(words.strip()));
    for (CueTable.Hit hit : hits) {
      if (!hit.cue().role().equals("none")) {
        return hit.cue().role();
      }
    }
    return hits.isEmpty() ? "" : "none";
  }

  /** Whether the words have the shape of a name: capitals, or few Chinese characters. */
  static boolean looksLikeName(String words) {
    String trimmed = words.strip();
    if (LATIN_NAME.matcher(trimmed).matches() || PUBLICATION.matcher(trimmed).matches()) {
      return true;
    }
    return HAN_NAME.matcher(trimmed).matches()
        && trimmed.chars().filter(c -> Fold.ideographic((char) c)).count() <= MOST_HAN;
  }
}
