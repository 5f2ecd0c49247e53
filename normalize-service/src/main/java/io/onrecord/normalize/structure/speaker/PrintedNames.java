package io.onrecord.normalize.structure.speaker;

import io.onrecord.normalize.text.Fold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in the text of a page: the full form of a name that labels shorten, the original spelling
 * that stands in brackets after a transliteration, and who asks or answers according to title,
 * credits and introduction.
 */
final class PrintedNames {
  private static final int MOST = 60_000;
  private static final String LATIN =
      "(?-i:\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}\\.)?(?: (?:de|da|di|del|der|van|von|la|le|bin|al))?(?: \\p{Lu}[\\p{L}'’-]+){1,2})";
  private static final String HAN =
      "(?:\\p{IsHan}{1,8}(?:[·•]\\p{IsHan}{1,8}){1,3}|\\p{IsHan}{2,4}(?=[\\s,，、。；;:：|（(]|$))";
  private static final String NAME = "(" + LATIN + "|" + HAN + ")";
  private static final Pattern FULL_LATIN = Pattern.compile(LATIN);
  private static final Pattern OPENING = Pattern.compile("[（(](" + LATIN + ")[，,)）]");
  private static final int LONGEST_HAN = 24;
  private static final int INTRODUCTION = 8_000;

  /** Characters that make a phrase of what could be a name: "the one who repairs umbrellas". */
  private static final Pattern WORDS = Pattern.compile("[的了是们們这這那哪吗嗎呢吧]");

  private static final List<Pattern> ASKERS =
      List.of(
          Pattern.compile(
              "(?i:interview(?:ed)? by|hosted by|moderated by|presented by|your host,?|host:|interviewer:|in conversation with host) "
                  + NAME),
          Pattern.compile(
              "(?:(?:主持人|主播|采访者|访谈者|採訪者|訪談者)\\s*[:：|丨/]?|(?:主持|采访|记者|对话|採訪|記者|對話|撰文)\\s*[:：|丨/])\\s*"
                  + NAME),
          Pattern.compile(
              "(?:创始人|主持人|主播|记者|作者|博主|記者)\\s?"
                  + NAME
                  + "(?=[^。！？.!?]{0,60}(?:采访|访谈|专访|对话|採訪|訪談|專訪|對話))"),
          Pattern.compile(
              NAME
                  + " (?i:interviews|sat down with|sits down with|talks to|talks with|spoke with|speaks with|speaks to|spoke to|in conversation with)"),
          Pattern.compile(NAME + "(?:专访|采访|对话|访谈|独家专访|專訪|採訪|對話|訪談)了?"),
          Pattern.compile(
              "(?:(?i:i'm|i am|my name is)(?: your host,?)? |我是(?:主持人|主播|记者)?)" + NAME));
  private static final List<Pattern> ANSWERERS =
      List.of(
          Pattern.compile(
              "(?i:interview with|interviews|conversation with|q ?& ?a with|q and a with|(?:my|our|today's) guest(?: today)?(?: is|,)|a talk with|sat down with|talks to|talks with|spoke with|spoke to|speaks with|speaks to) (?:\\p{Ll}[\\p{L}-]* ){0,4}"
                  + NAME),
          Pattern.compile(
              "(?:专访|独家专访|对话|访谈|采访|对谈|嘉宾|受访者|受访人|專訪|對話|訪談|採訪|對談|嘉賓|受訪者|受訪人)(?:了|到|是|[:：|丨])?\\s*(?:[^，。,.:：\\s]{0,14}?)"
                  + NAME));

  private final NameForms forms;
  private final String introduction;
  private final String text;
  private final Map<String, Integer> fullNames = new LinkedHashMap<>();
  private final Map<String, String> originals = new LinkedHashMap<>();
  private boolean read;
  private Optional<List<String>> askers = Optional.empty();
  private Optional<List<String>> answerers = Optional.empty();

  /**
   * The text of a page.
   *
   * @param introduction title, credits and what stands before the first speaker
   * @param talk what follows
   * @param forms how names are compared
   */
  PrintedNames(List<String> introduction, List<String> talk, NameForms forms) {
    this.forms = forms;
    this.introduction = joined(introduction, INTRODUCTION);
    this.text = this.introduction + joined(talk, MOST);
  }

  /** Reads the names when one is first asked for: most pages ask for none. */
  private void read() {
    if (read) {
      return;
    }
    read = true;
    latin();
    dotted();
    Matcher opening = OPENING.matcher(text);
    while (opening.find()) {
      String before = hanBefore(text, opening.start());
      if (!before.isEmpty()) {
        originals.putIfAbsent(before, opening.group(1));
      }
    }
  }

  /** Names in Latin letters; the pattern is tried at capitals only, with which they begin. */
  private void latin() {
    Matcher latin = FULL_LATIN.matcher(text);
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      boolean capital = Character.isUpperCase(c) || Character.isHighSurrogate(c);
      if (capital && latin.region(i, text.length()).lookingAt()) {
        fullNames.merge(latin.group(), 1, Integer::sum);
        i = latin.end();
      } else {
        i++;
      }
    }
  }

  private static String joined(List<String> pieces, int most) {
    StringBuilder all = new StringBuilder();
    for (String piece : pieces) {
      if (all.length() < most) {
        all.append(piece, 0, Math.min(piece.length(), most - all.length())).append('\n');
      }
    }
    return all.toString();
  }

  /** Names in Chinese characters with dots between their parts. */
  private void dotted() {
    int end = 0;
    for (int i = text.indexOf('·'); i >= 0; i = text.indexOf('·', i + 1)) {
      if (i < end) {
        continue;
      }
      int from = i;
      while (from > 0 && i - from < 5 && Fold.ideographic(text.charAt(from - 1))) {
        from--;
      }
      int to = i + 1;
      while (to < text.length()
          && to - i < LONGEST_HAN
          && (Fold.ideographic(text.charAt(to)) || text.charAt(to) == '·')) {
        to++;
      }
      end = to;
      if (from < i && to > i + 1) {
        fullNames.merge(text.substring(from, to), 1, Integer::sum);
      }
    }
  }

  private static String hanBefore(String text, int at) {
    int from = at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
    int to = from;
    while (from > 0
        && to - from < LONGEST_HAN
        && (Fold.ideographic(text.charAt(from - 1)) || text.charAt(from - 1) == '·')) {
      from--;
    }
    return text.substring(from, to);
  }

  /** The original spelling that the page prints in brackets after this name. */
  Optional<String> original(String name) {
    read();
    for (Map.Entry<String, String> e : originals.entrySet()) {
      if (e.getKey().endsWith(name)) {
        return Optional.of(e.getValue());
      }
    }
    return Optional.empty();
  }

  /** A name in capitals as the page prints it elsewhere. */
  String cased(String name) {
    if (!name.equals(name.toUpperCase(Locale.ROOT))) {
      return name;
    }
    read();
    return fullNames.keySet().stream()
        .filter(n -> forms.same(n, name) && !n.equals(n.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElse(name);
  }

  /** The full name that the page prints most often of those that the short one is part of. */
  Optional<String> full(String shorter) {
    read();
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> e : fullNames.entrySet()) {
      String name = e.getKey();
      if (e.getValue() > most && (forms.contains(name, shorter) || forms.initials(name, shorter))) {
        best = name;
        most = e.getValue();
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Who asks, according to the page. */
  List<String> askers() {
    if (askers.isEmpty()) {
      askers = Optional.of(named(ASKERS));
    }
    return askers.get();
  }

  /** Who answers, according to the page. */
  List<String> answerers() {
    if (answerers.isEmpty()) {
      answerers = Optional.of(named(ANSWERERS));
    }
    return answerers.get();
  }

  private List<String> named(List<Pattern> patterns) {
    List<String> names = new ArrayList<>();
    for (Pattern pattern : patterns) {
      Matcher m = pattern.matcher(introduction);
      while (m.find() && names.size() < 20) {
        String name = m.group(1).strip();
        if (name.indexOf('·') >= 0 || !WORDS.matcher(name).find()) {
          names.add(name);
        }
      }
    }
    return names;
  }
}
