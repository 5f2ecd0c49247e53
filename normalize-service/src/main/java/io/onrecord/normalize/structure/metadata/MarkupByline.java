package io.onrecord.normalize.structure.metadata;

import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Declared.Work;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.text.Fold;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who wrote a page: from its declarations, else from the line that says so. */
final class MarkupByline {
  private static final List<String> TAGS =
      List.of(
          "author",
          "article:author",
          "parsely-author",
          "sailthru.author",
          "dc.creator",
          "dcterms.creator",
          "byl",
          "og:article:author",
          "creator");
  private static final Pattern PRINTED =
      Pattern.compile(
          "(?i)^(?:by|written by|words by|von|par|por|di|door|av|text:)[:\\s]+(\\p{Lu}[^|•·,]{2,60})"
              + "|(?:作者|撰文|撰稿|记者|記者|文字|采写|採寫|采访|採訪|文)(?: ?[/／&、和与與+] ?(?:作者|撰文|撰稿|记者|記者|文字|采写|採寫|采访|採訪|整理|编辑|編輯|摄影|攝影|图|圖|文)){0,3} ?[丨|/／:：]\\s*([^\\s|:：,，。丨]{2,20}(?:[、 ][\\p{IsHan}]{2,4}(?![\\p{IsHan}:：|丨/／]))*)"
              + "|(?:本报记者|本網記者|特约记者)\\s*([^\\s|:：,，。]{2,12})");

  /** Of the words that {@link #PRINTED} begins with, but for the Chinese ones. */
  private static final String FIRST_LETTERS = "bwvpdat";

  private static final Pattern BY = Pattern.compile("(?i)^(?:by|von|par|por)\\s+");
  private static final Pattern BETWEEN = Pattern.compile("\\s*(?:,|;|、|\\band\\b|&|\\|)\\s*");

  /** What stands beside a name and is none: "Ada Berg, Staff Writer", "记者 林晓". */
  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)^(?:(?:our |the )?(?:staff|senior|contributing|chief|deputy|managing|associate|special|political|science|culture|arts|news|technology|business|guest)?[ -]?(?:writers?|reporters?|editors?|editor[- ]in[- ]chief|correspondents?|contributors?|columnists?|journalists?|producers?|staff|photographers?|photographs|photography|interviews?)(?: by)?|words|text)$");

  private static final Pattern ROLE_PREFIX =
      Pattern.compile(
          "^(?:(?:本报|本刊|本网|特约|特派|见习|實習|实习)?(?:记者|記者|作者|撰文|采访|採訪|文|整理|编辑|編輯)[\\s:：/|丨]+)"
              + "|^(?i:(?:interview(?:ed)?|written|words|text|story|reporting|photographs?|photography) by |(?:words|text|interview):\\s*)");
  private static final int LONGEST = 60;

  private MarkupByline() {}

  static List<String> read(Parsed page, SiteNames names, Optional<String> title) {
    Declared declared = page.declared();
    Set<String> byline = new LinkedHashSet<>();
    declared.works().stream()
        .filter(work -> !work.type().equals("WebSite"))
        .map(Work::authors)
        .filter(authors -> !authors.isEmpty())
        .findFirst()
        .ifPresent(authors -> authors.forEach(author -> add(author, names, byline)));
    for (int i = 0; i < TAGS.size() && byline.isEmpty(); i++) {
      declared.all(TAGS.get(i)).forEach(author -> add(author, names, byline));
    }
    if (byline.isEmpty()) {
      printed(page.blocks(), title).forEach(author -> add(author, names, byline));
    }
    return List.copyOf(byline);
  }

  private static void add(String written, SiteNames names, Set<String> byline) {
    String text = BY.matcher(written.strip()).replaceFirst("");
    String[] parts =
        text.length() > LONGEST || BETWEEN.matcher(text).find()
            ? BETWEEN.split(text)
            : new String[] {text};
    for (String part : parts) {
      String name = ROLE_PREFIX.matcher(part.strip()).replaceFirst("").strip();
      boolean person =
          name.length() > 1
              && name.length() <= LONGEST
              && !name.contains("://")
              && !name.startsWith("@")
              && !name.toLowerCase(Locale.ROOT).startsWith("http")
              && name.codePoints().anyMatch(Character::isLetter)
              && !ROLE.matcher(name).matches()
              && !names.matches(name);
      if (person && byline.size() < 20) {
        byline.add(name);
      }
    }
  }

  /** The first line that says who wrote the page, near its title or in a box that says so. */
  private static List<String> printed(List<RawBlock> blocks, Optional<String> title) {
    int at = -1;
    for (int b = 0; b < blocks.size() && at < 0; b++) {
      at = title.isPresent() && blocks.get(b).text().equals(title.get()) ? b : -1;
    }
    List<String> found = new ArrayList<>();
    for (int b = Math.max(0, at - 5); b < Math.min(blocks.size(), at + 15); b++) {
      RawBlock block = blocks.get(b);
      if (block.text().length() > 120 || !found.isEmpty()) {
        continue;
      }
      Matcher matcher = PRINTED.matcher(block.text());
      if (mayPrint(block.text()) && matcher.find()) {
        for (int g = 1; g <= matcher.groupCount(); g++) {
          if (matcher.group(g) != null) {
            found.add(matcher.group(g));
          }
        }
      } else if (named(block) && block.text().length() <= LONGEST && !hasDigit(block.text())) {
        found.add(block.text());
      }
    }
    return found;
  }

  /** Whether the text begins like one of the words for "by" or has a Chinese character. */
  private static boolean mayPrint(String text) {
    boolean may = !text.isEmpty() && FIRST_LETTERS.indexOf(text.charAt(0) | 0x20) >= 0;
    for (int i = 0; i < text.length() && !may; i++) {
      may = Fold.ideographic(text.charAt(i));
    }
    return may;
  }

  private static boolean named(RawBlock block) {
    if (!(block.origin() instanceof Origin.Markup at)) {
      return false;
    }
    String names = at.box().names().toLowerCase(Locale.ROOT);
    return names.contains("byline") || names.contains("author");
  }

  private static boolean hasDigit(String text) {
    return text.codePoints().anyMatch(Character::isDigit);
  }
}
