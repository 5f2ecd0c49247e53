package io.onrecord.normalize.page;

import io.onrecord.document.Block;
import io.onrecord.document.Document;
import io.onrecord.document.Removed;
import io.onrecord.document.Turn;
import io.onrecord.normalize.text.Fold;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A page with the truth marked in it. {@code {{sponsor-read|text}}} must be removed as that
 * category, {@code {{title|text}}} is the title, {@code {{?|text}}} may stay or go; everything else
 * must stay, in order. Lines that begin with {@code %%}, above the page, say what else must be
 * found: {@code title published language kind interviewee interviewer turn} ({@code speaker | first
 * words}; all turns or none).
 */
record MarkedPage(String page, List<Piece> pieces, List<String[]> facts) {
  private static final String ABSENT = "-";

  /** A piece of the page; the mark is empty for content. */
  record Piece(String mark, String text) {}

  static MarkedPage parse(String file) {
    List<String[]> facts = new ArrayList<>();
    int at = 0;
    while (file.startsWith("%%", at)) {
      int end = file.indexOf('\n', at);
      String line = file.substring(at + 2, end).strip();
      at = end + 1;
      int colon = line.indexOf(':');
      if (colon > 0) {
        facts.add(
            new String[] {line.substring(0, colon).strip(), line.substring(colon + 1).strip()});
      }
    }
    List<Piece> pieces = new ArrayList<>();
    StringBuilder page = new StringBuilder();
    while (at < file.length()) {
      int open = file.indexOf("{{", at);
      if (open < 0) {
        pieces.add(new Piece("", file.substring(at)));
        page.append(file, at, file.length());
        break;
      }
      int bar = file.indexOf('|', open);
      int close = file.indexOf("}}", bar);
      pieces.add(new Piece("", file.substring(at, open)));
      pieces.add(new Piece(file.substring(open + 2, bar), file.substring(bar + 1, close)));
      page.append(file, at, open).append(file, bar + 1, close);
      at = close + 2;
    }
    return new MarkedPage(page.toString(), pieces, facts);
  }

  /** What the document got wrong; empty if nothing. */
  List<String> problems(Document document) {
    List<String> problems = new ArrayList<>();
    text(document, problems);
    removed(document, problems);
    accounting(document, problems);
    facts(document, problems);
    return problems;
  }

  private void text(Document document, List<String> problems) {
    String actual = letters(document.text());
    int at = 0;
    for (Piece piece : pieces) {
      String letters = letters(piece.text());
      boolean optional = piece.mark().equals("?");
      if (piece.mark().isEmpty() || optional) {
        if (actual.startsWith(letters, at)) {
          at += letters.length();
        } else if (!optional) {
          int same = 0;
          while (same < letters.length()
              && at + same < actual.length()
              && letters.charAt(same) == actual.charAt(at + same)) {
            same++;
          }
          problems.add(
              "text: expected …%s but was …%s"
                  .formatted(near(letters, same), near(actual, at + same)));
          return;
        }
      }
    }
    if (at < actual.length()) {
      problems.add("text: not content: " + near(actual, at));
    }
  }

  private static String near(String text, int at) {
    int from = Math.max(0, at - 12);
    return text.substring(from, Math.min(text.length(), at + 48));
  }

  private void removed(Document document, List<String> problems) {
    for (Piece piece : pieces) {
      if (piece.mark().isEmpty() || piece.mark().equals("?") || piece.mark().equals("title")) {
        continue;
      }
      String letters = letters(piece.text());
      List<String> categories = Arrays.asList(piece.mark().split("/"));
      String gone =
          document.removed().stream()
              .filter(r -> categories.contains(r.category().wireName()))
              .map(r -> letters(r.text()))
              .collect(Collectors.joining());
      if (!gone.contains(letters)) {
        String as =
            document.removed().stream()
                .filter(r -> letters(r.text()).contains(letters))
                .map(r -> r.category().wireName() + " by " + r.rule())
                .findFirst()
                .orElse("kept or in pieces");
        problems.add("removed: %s is %s: %s".formatted(piece.mark(), as, near(letters, 12)));
      }
    }
  }

  /**
   * Title, blocks and what was removed hold every letter of the page, no more often than it does.
   */
  private void accounting(Document document, List<String> problems) {
    String title = document.title().orElse("");
    String all =
        document.blocks().stream().map(Block::text).collect(Collectors.joining())
            + document.removed().stream().map(Removed::text).collect(Collectors.joining());
    String whole = letters(page).contains(letters(title)) ? title + all : all;
    if (facts.stream().noneMatch(f -> f[0].equals("accounting"))
        && !sorted(whole).equals(sorted(page))) {
      problems.add("accounting: letters are lost or doubled");
    }
  }

  private static TreeMap<Character, Integer> sorted(String text) {
    TreeMap<Character, Integer> counts = new TreeMap<>();
    for (char c : letters(text).toCharArray()) {
      counts.merge(c, 1, Integer::sum);
    }
    return counts;
  }

  private void facts(Document d, List<String> problems) {
    for (String[] fact : facts) {
      switch (fact[0]) {
        case "title" -> same(problems, "title", fact[1], d.title().orElse(ABSENT));
        case "published" -> same(problems, "published", fact[1], d.publishedAt().orElse(ABSENT));
        case "publishedText" ->
            same(problems, "publishedText", fact[1], d.publishedAtText().orElse(ABSENT));
        case "language" -> same(problems, "language", fact[1], d.language());
        case "kind" -> same(problems, "kind", fact[1], d.kind().name().toLowerCase(Locale.ROOT));
        case "interviewee" ->
            same(problems, "interviewee", fact[1], joined(d.interview().interviewees()));
        case "interviewer" ->
            same(problems, "interviewer", fact[1], joined(d.interview().interviewers()));
        case "original" -> same(problems, "original", fact[1], joined(d.interview().originals()));
        case "programme" ->
            same(problems, "programme", fact[1], d.interview().programme().orElse(ABSENT));
        default -> {}
      }
    }
    List<String> turns = facts.stream().filter(f -> f[0].equals("turn")).map(f -> f[1]).toList();
    for (int i = 0; i < Math.max(turns.size(), d.turns().size()) && !turns.isEmpty(); i++) {
      String expected = i < turns.size() ? turns.get(i) : ABSENT;
      String actual = i < d.turns().size() ? turn(d.turns().get(i)) : ABSENT;
      if (!actual.startsWith(expected)) {
        problems.add("turn %d: expected %s but was %s".formatted(i, expected, near(actual, 12)));
        return;
      }
    }
  }

  private static String turn(Turn turn) {
    return turn.speaker() + " | " + turn.text();
  }

  private static String joined(List<String> names) {
    return names.isEmpty() ? ABSENT : String.join("; ", names);
  }

  private static void same(List<String> problems, String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      problems.add("%s: expected %s but was %s".formatted(what, expected, actual));
    }
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    String folded = Fold.fold(text);
    for (int i = 0; i < folded.length(); i++) {
      if (Character.isLetterOrDigit(folded.charAt(i))) {
        letters.append(folded.charAt(i));
      }
    }
    return letters.toString();
  }
}
