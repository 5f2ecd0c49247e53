package io.onrecord.normalize.structure;

import io.onrecord.document.Category;
import io.onrecord.document.Interview;
import io.onrecord.document.Kind;
import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.cue.CueTable;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.structure.speaker.Conversation;
import io.onrecord.normalize.text.Fold;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sort of coverage a page is, and of which interview. */
final class Coverage {
  private static final int SHORTEST_DIALOGUE = 4;
  private static final int LONGEST_CREDITS = 8_000;
  private static final CueTable WORDS = CueTable.load("coverage");
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[\\w\\-.~:/?#\\[\\]@!$&'()*+,;=%]{4,1000}");
  private static final Pattern IMAGE =
      Pattern.compile(
          "\\.(?:jpe?g|png|gif|webp|svg|bmp)(?:[?/].*)?$|(?:cover|封面)", Pattern.CASE_INSENSITIVE);
  private static final Pattern PROGRAMME =
      Pattern.compile(
          "(?:来自播客|播客名称?|节目名称?|podcast|show|programme)[:：]\\s*([^\\n|>]{2,60}?)(?=\\s*(?:更新|反馈|$|\\s{2,}|[|>]))",
          Pattern.CASE_INSENSITIVE);

  /** What stands before the colon in {@link #PROGRAMME}. */
  private static final String LAST_LETTERS = "tweTWE客名称";

  private Coverage() {}

  /**
   * The sort of coverage.
   *
   * @param about the page's title and what stands around its text
   */
  static Kind kind(Format format, List<Judged> kept, Conversation talk, List<String> about) {
    if (kept.isEmpty()) {
      return Kind.OTHER;
    }
    if (recorded(format) || kept.stream().anyMatch(b -> b.block().origin() instanceof Origin.Cue)) {
      return Kind.TRANSCRIPT;
    }
    Set<String> said = new HashSet<>();
    for (String text : about) {
      WORDS.find(Fold.fold(text)).forEach(hit -> said.add(hit.cue().role()));
    }
    if (said.contains("transcript")) {
      return Kind.TRANSCRIPT;
    }
    return talk.turns().size() >= SHORTEST_DIALOGUE || said.contains("interview")
        ? Kind.INTERVIEW
        : Kind.ARTICLE;
  }

  private static boolean recorded(Format format) {
    return format == Format.SUBRIP || format == Format.WEBVTT || format == Format.PODCAST_JSON;
  }

  /** The interview: who was asked by whom, where, and what this coverage was made from. */
  static Interview interview(List<Judged> blocks, Conversation talk) {
    Set<String> originals = new LinkedHashSet<>();
    Optional<String> programme = Optional.empty();
    for (Judged judged : blocks) {
      if (judged.verdict() instanceof Verdict.Remove out) {
        boolean source =
            out.category() == Category.CREDITS
                || out.category() == Category.SITE_HEADER && out.rule().endsWith("meta-line");
        if (source) {
          addresses(judged.block().text(), originals);
        }
        if (programme.isEmpty()) {
          programme = programme(judged.block().text());
        }
      }
    }
    return new Interview(
        talk.interviewees(), talk.interviewers(), programme, List.copyOf(originals));
  }

  private static Optional<String> programme(String text) {
    boolean may = false;
    for (int i = 1; i < text.length() && !may; i++) {
      char c = text.charAt(i);
      may = (c == ':' || c == '：') && LAST_LETTERS.indexOf(text.charAt(i - 1)) >= 0;
    }
    if (!may) {
      return Optional.empty();
    }
    Matcher m = PROGRAMME.matcher(text);
    return m.find() ? Optional.of(m.group(1).strip()) : Optional.empty();
  }

  private static void addresses(String credits, Set<String> originals) {
    if (!credits.contains("http")) {
      return;
    }
    String text = credits.substring(0, Math.min(credits.length(), LONGEST_CREDITS));
    Matcher m = ADDRESS.matcher(text);
    while (m.find()) {
      String url = m.group().replaceAll("[_.,;:!?)*\\]]+$", "");
      if (!IMAGE.matcher(url).find() && !IMAGE.matcher(text.substring(0, m.start())).find()) {
        originals.add(url);
      }
    }
  }
}
