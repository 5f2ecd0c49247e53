package io.onrecord.normalize.structure.metadata;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The title of a page, without the name of its site.
 *
 * <p>A heading that the declared title contains is the title as a reader sees it. Without one the
 * declared title loses the parts that name the site: {@code Bees at night | The Hive} and {@code
 * 夜里的蜜蜂_自然频道_蜂房网} come out as their first parts.
 */
final class MarkupTitle {
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s+[-–—|·•:»«~/]{1,2}\\s+|\\s*[|｜»_]\\s*|\\s*[-–—]{1,2}(?=\\p{IsHan})|:: ?");
  private static final int SHORTEST = 4;

  private MarkupTitle() {}

  static Optional<String> read(Parsed page, SiteNames names) {
    List<String> declared = declared(page.declared());
    List<Heading> headings = headings(page.blocks());
    for (String title : declared) {
      Optional<String> heading = heading(headings, title, names);
      if (heading.isPresent()) {
        return heading;
      }
    }
    Optional<String> stripped =
        declared.stream()
            .map(title -> strip(title, names))
            .filter(title -> !names.matches(title))
            .findFirst();
    return stripped
        .or(() -> onlyHeading(page.blocks(), names))
        .or(() -> declared.stream().findFirst());
  }

  private static List<String> declared(Declared declared) {
    List<String> titles = new ArrayList<>();
    declared.works().stream()
        .filter(work -> work.type().contains("Article") || work.type().contains("Posting"))
        .flatMap(work -> work.headline().stream())
        .forEach(titles::add);
    declared.tag("og:title").ifPresent(titles::add);
    declared.tag("twitter:title").ifPresent(titles::add);
    declared.title().ifPresent(titles::add);
    titles.removeIf(String::isBlank);
    return titles.stream().map(String::strip).distinct().toList();
  }

  /** A heading as written and folded. */
  private record Heading(String text, String folded) {}

  private static List<Heading> headings(List<RawBlock> blocks) {
    List<Heading> headings = new ArrayList<>();
    for (RawBlock block : blocks) {
      if (block.type() == BlockType.HEADING && block.level().orElse(9) <= 3) {
        headings.add(new Heading(block.text(), SiteNames.fold(block.text())));
      }
    }
    return headings;
  }

  /** The heading that stands whole in the declared title and makes up a fair part of it. */
  private static Optional<String> heading(List<Heading> headings, String title, SiteNames names) {
    String whole = SiteNames.fold(title);
    Optional<String> best = Optional.empty();
    int longest = Math.max(SHORTEST - 1, whole.length() / 4);
    for (Heading heading : headings) {
      int length = heading.folded().length();
      boolean longer = length > longest && whole.contains(heading.folded());
      if (longer && !names.matches(heading.text())) {
        longest = length;
        best = Optional.of(heading.text());
      }
    }
    return best;
  }

  private static Optional<String> onlyHeading(List<RawBlock> blocks, SiteNames names) {
    List<String> first =
        blocks.stream()
            .filter(block -> block.level().orElse(9) == 1 && !names.matches(block.text()))
            .map(RawBlock::text)
            .toList();
    return first.size() == 1 ? Optional.of(first.getFirst()) : Optional.empty();
  }

  /** The title without parts at its ends that name the site. */
  static String strip(String title, SiteNames names) {
    List<String> parts = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    Matcher separator = SEPARATOR.matcher(title);
    int from = 0;
    while (separator.find()) {
      if (separator.start() > from) {
        parts.add(title.substring(from, separator.start()));
        starts.add(from);
      }
      from = separator.end();
    }
    parts.add(title.substring(from));
    starts.add(from);
    int first = 0;
    int last = parts.size() - 1;
    while (last > first && names.matches(parts.get(last))) {
      last--;
    }
    while (first < last && names.matches(parts.get(first))) {
      first++;
    }
    boolean tabular = title.indexOf('_') >= 0 || title.indexOf('|') >= 0;
    if (last == parts.size() - 1 && last > first && tabular) {
      // Separators that prose does not use: what follows the longest part names sections and site.
      int longest = first;
      for (int i = first; i <= last; i++) {
        longest = parts.get(i).length() > parts.get(longest).length() ? i : longest;
      }
      last = longest;
      first = longest;
    }
    int end = starts.get(last) + parts.get(last).length();
    String stripped = title.substring(starts.get(first), end).strip();
    return stripped.length() < SHORTEST / 2 ? title : stripped;
  }
}
