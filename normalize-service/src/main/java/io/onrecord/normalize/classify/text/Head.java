package io.onrecord.normalize.classify.text;

import io.onrecord.document.BlockType;
import io.onrecord.document.Category;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.text.Fold;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands above the body: the site's name, menus, the title, who wrote it when. The title is
 * the line that the lines around it, its shape and the words of the body speak for; it becomes a
 * heading of the first level.
 */
final class Head {
  private static final double ENOUGH = 2;
  private static final int SHORTEST_TITLE = 6;
  private static final int LONGEST_TITLE = 300;
  private static final int SAMPLE = 40;
  private static final int LONGEST = 20_000;
  private static final int DECK = 16;
  private static final Pattern SITE =
      Pattern.compile(
          "(?:[-_|–—·]|^)[^-_|–—]{0,30}(?:网|网站|平台|官网|论坛|社区|频道|首页|门户|博客|播客|\\.(?:com|cn|net|org)"
              + "|\\b(?:blog|news|podcasts?|magazine|times|daily|journal|radio|media|official site))[^\\p{L}\\d]*$");
  private static final Pattern TALK =
      Pattern.compile(
          "专访|访谈|对话|采访|对谈|独家|问答|演讲|\\binterview|\\bq ?& ?a\\b|conversation|\\btranscript|in conversation|\\btalks? (?:to|with|about)\\b");

  private Head() {}

  /** Decides what stands above the body, which begins at {@code body}. */
  static void decide(PageText page, int body) {
    OptionalInt title = title(page, body);
    title.ifPresent(t -> page.replace(t, asTitle(page.block(t))));
    for (int i = 0; i < body; i++) {
      if (page.removed(i) || title.isPresent() && i == title.getAsInt()) {
        continue;
      }
      if (page.furniture(i).filter(Lines.Furniture::above).isPresent()) {
        page.remove(i, page.furniture(i).orElseThrow(), 0.9);
      } else if (title.isPresent() && i < title.getAsInt()) {
        page.remove(i, new Verdict.Remove(Category.SITE_HEADER, "text.above-title", 0.8));
      } else if (!belongs(page, i, body)) {
        page.remove(i, new Verdict.Remove(Category.SITE_HEADER, "text.above-body", 0.6));
      }
    }
  }

  /** A standfirst, a deck, or the heading of the first section. */
  private static boolean belongs(PageText page, int i, int body) {
    Shape shape = page.shape(i);
    return shape.sentence() && shape.weight() >= 6
        || shape.weight() >= DECK * 2
        || page.block(i).type() != BlockType.PARAGRAPH && shape.weight() > 2
        || i == body - 1 && shape.weight() >= DECK;
  }

  private static RawBlock asTitle(RawBlock block) {
    return new RawBlock(BlockType.HEADING, block.text(), OptionalInt.of(1), "", block.origin());
  }

  private static OptionalInt title(PageText page, int body) {
    Set<String> words = bodyWords(page, body);
    int best = -1;
    double bestScore = ENOUGH;
    for (int i = 0; i < Math.min(body, SAMPLE); i++) {
      if (!eligible(page, i)) {
        continue;
      }
      double score = score(page, i, body, words);
      if (score >= bestScore) {
        if (best < 0 || score > bestScore) {
          best = i;
          bestScore = score;
        }
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private static boolean eligible(PageText page, int i) {
    int weight = page.shape(i).weight();
    return weight >= SHORTEST_TITLE
        && weight <= LONGEST_TITLE
        && !page.labelled(i)
        && !page.removed(i)
        && (page.furniture(i).isEmpty() || firstLevel(page.block(i)));
  }

  private static boolean firstLevel(RawBlock block) {
    return block.type() == BlockType.HEADING && block.level().orElse(2) == 1;
  }

  private static double score(PageText page, int i, int body, Set<String> words) {
    String folded = page.folded(i);
    double score = 0;
    score += firstLevel(page.block(i)) ? 4 : 0;
    score += metaAt(page, i + 1, body) || metaAt(page, i + 2, body) ? 1.5 : 0;
    score += page.shape(i).weight() >= 14 && page.shape(i).weight() <= 140 ? 1 : 0;
    score += 3 * overlap(folded, words);
    score += TALK.matcher(folded).find() ? 1 : 0;
    score += i == 0 ? 0.5 : 0;
    score += i == 0 && body == 1 && body < page.size() && page.labelled(body) ? 1 : 0;
    score -= SITE.matcher(folded).find() ? 2 : 0;
    score -= page.isSpeaker(page.block(i).text()) ? 3 : 0;
    char last = folded.charAt(folded.length() - 1);
    score -= last == '.' ? 3 : 0;
    score -= last == ':' || last == ',' || last == ';' ? 2 : 0;
    return score;
  }

  /** A date, a byline, a share button: what stands below titles. */
  private static boolean metaAt(PageText page, int i, int body) {
    return i < body
        && page.furniture(i)
            .filter(f -> f.category() == Category.CREDITS || f.category() == Category.SITE_HEADER)
            .isPresent();
  }

  private static Set<String> bodyWords(PageText page, int body) {
    Set<String> words = new HashSet<>();
    for (int i = body; i < Math.min(page.size(), body + SAMPLE); i++) {
      String folded = page.folded(i);
      terms(folded.substring(0, Math.min(folded.length(), LONGEST)), words);
    }
    return words;
  }

  /** How much of the line's words the body uses. */
  private static double overlap(String folded, Set<String> words) {
    Set<String> mine = new HashSet<>();
    terms(folded, mine);
    if (mine.isEmpty()) {
      return 0;
    }
    long shared = mine.stream().filter(words::contains).count();
    return (double) shared / mine.size();
  }

  /** Words of four letters or more, and pairs of Chinese characters. */
  private static void terms(String folded, Set<String> terms) {
    int from = -1;
    for (int i = 0; i <= folded.length(); i++) {
      char c = i < folded.length() ? folded.charAt(i) : ' ';
      boolean han = Fold.ideographic(c);
      if (Character.isLetterOrDigit(c) && !han) {
        from = from < 0 ? i : from;
        continue;
      }
      if (from >= 0 && i - from >= 4) {
        terms.add(folded.substring(from, i));
      }
      from = -1;
      if (han && i + 1 < folded.length() && Fold.ideographic(folded.charAt(i + 1))) {
        terms.add(folded.substring(i, i + 2));
      }
    }
  }
}
