package io.onrecord.normalize.speech;

import io.onrecord.normalize.cue.CueTable;
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

  /** A possible label. */
  record Candidate(Label label, Form form, boolean nameLike, boolean inList) {
    Candidate asListItem() {
      return new Candidate(label, form, nameLike, true);
    }
  }

  private LabelGrammar() {}

  /** The possible label at the start of the paragraph. */
  static Optional<Candidate> at(String text, String lead) {
    int time = 0;
    Matcher first = TIME_FIRST.matcher(text);
    if (first.find() && first.end() < text.length()) {
      time = first.end();
    }
    int offset = time;
    String rest = text.substring(time, Math.min(text.length(), time + 2 * LONGEST));
    boolean timed = time > 0;
    return form(TIMED, Form.TIMED, rest, offset)
        .or(() -> form(COLON, timed ? Form.TIMED : Form.COLON, rest, offset))
        .or(() -> form(LETTER, Form.LETTER, rest, offset))
        .or(() -> bold(text, lead))
        .or(() -> form(BRACKETS, Form.BRACKETS, rest, offset))
        .or(() -> alone(text))
        .or(() -> form(DASH, Form.DASH, rest, offset));
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
    if (text.length() > LONGEST + 14) {
      return Optional.empty();
    }
    Matcher timed = TIME_LAST.matcher(text);
    return candidate(timed.find() ? timed.group(1) : text, Form.ALONE, text.length());
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
    if (role.isEmpty() && brackets.matches() && !brackets.group(1).isBlank()) {
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
        new Candidate(new Label(printed, name.strip(), role, 0, body), form, nameLike, false));
  }

  private static String trim(String words) {
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
