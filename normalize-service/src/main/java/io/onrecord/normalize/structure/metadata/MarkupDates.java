package io.onrecord.normalize.structure.metadata;

import io.onrecord.normalize.classify.Classified;
import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Declared.Tag;
import io.onrecord.normalize.parse.Declared.Work;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a page was published and changed. What machines are told (JSON-LD, tags, microdata) comes
 * first, then the line under the title, then the address. A date after the fetch is no date.
 *
 * @param printed the words on the page that say the same day
 */
record MarkupDates(
    Optional<String> published, Optional<String> printed, Optional<String> modified) {
  private static final List<String> PUBLISHED =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "article:published",
          "datepublished",
          "og:published_time",
          "publish_date",
          "publishdate",
          "pubdate",
          "publication_date",
          "parsely-pub-date",
          "sailthru.date",
          "dc.date.issued",
          "dcterms.created",
          "dcterms.date",
          "dc.date",
          "date",
          "weibo:article:create_at",
          "bytedance:published_time",
          "og:release_date",
          "citation_publication_date");
  private static final List<String> MODIFIED =
      List.of(
          "article:modified_time",
          "og:updated_time",
          "datemodified",
          "dcterms.modified",
          "last-modified",
          "lastmod",
          "article:updated",
          "bytedance:updated_time");
  private static final Pattern IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d\\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\\d|3[01])(?!\\d)");
  private static final int LINE = 120;
  private static final int COUNTED = 60;
  private static final int NEAR = 10;

  static MarkupDates read(Classified classified) {
    Parsed page = classified.repaired().page();
    Declared declared = page.declared();
    Instant latest = page.source().fetchedAt().plus(2, ChronoUnit.DAYS);
    Optional<String> published =
        work(declared, Work::published, latest)
            .or(() -> tag(declared.tags(), PUBLISHED, latest))
            .or(() -> tag(declared.items(), List.of("datePublished", "dateCreated"), latest));
    Optional<PrintedDate> line = line(page, published, latest);
    Optional<String> time = tag(declared.items(), List.of("time"), latest);
    Optional<PrintedDate> counted =
        published.isEmpty() && line.isEmpty() ? counted(page) : Optional.empty();
    Optional<String> found =
        published
            .or(() -> line.map(PrintedDate::iso))
            .or(() -> time)
            .or(() -> counted.map(PrintedDate::iso))
            .or(() -> address(page.source().url(), latest));
    Optional<String> modified =
        work(declared, Work::modified, latest)
            .or(() -> tag(declared.tags(), MODIFIED, latest))
            .or(() -> tag(declared.items(), List.of("dateModified"), latest));
    return new MarkupDates(found, line.or(() -> counted).map(PrintedDate::text), modified);
  }

  private static Optional<String> work(
      Declared declared, Function<Work, Optional<String>> date, Instant latest) {
    return declared.works().stream()
        .flatMap(work -> date.apply(work).stream())
        .flatMap(text -> IsoDate.read(text, latest).stream())
        .findFirst();
  }

  private static Optional<String> tag(List<Tag> tags, List<String> names, Instant latest) {
    for (String name : names) {
      for (Tag tag : tags) {
        if (tag.name().equals(name)) {
          Optional<String> date = IsoDate.read(tag.value(), latest);
          if (date.isPresent()) {
            return date;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The short line near the title that prints the date, of the declared day if that is known. */
  private static Optional<PrintedDate> line(
      Parsed page, Optional<String> declared, Instant latest) {
    List<RawBlock> blocks = page.blocks();
    int title = title(blocks);
    for (int b = Math.max(0, title - 6); b < Math.min(blocks.size(), title + 25); b++) {
      if (blocks.get(b).text().length() <= LINE) {
        Optional<PrintedDate> date =
            PrintedDate.find(blocks.get(b).text())
                .filter(found -> IsoDate.read(found.iso(), latest).isPresent())
                .filter(found -> declared.isEmpty() || sameDay(declared.get(), found.iso()));
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  private static int title(List<RawBlock> blocks) {
    int title = 0;
    for (int b = blocks.size() - 1; b >= 0; b--) {
      title = blocks.get(b).level().orElse(9) == 1 ? b : title;
    }
    return title;
  }

  /** The short line below the title that counts from the fetch: {@code 3 days ago}. */
  private static Optional<PrintedDate> counted(Parsed page) {
    List<RawBlock> blocks = page.blocks();
    int title = title(blocks);
    for (int b = title + 1; b < Math.min(blocks.size(), title + NEAR); b++) {
      if (blocks.get(b).text().length() <= COUNTED) {
        Optional<PrintedDate> date =
            RelativeDate.find(blocks.get(b).text(), page.source().fetchedAt());
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean sameDay(String a, String b) {
    int day = "2000-01-01".length();
    return a.length() >= day && b.length() >= day && a.startsWith(b.substring(0, day));
  }

  private static Optional<String> address(String url, Instant latest) {
    Matcher matcher = IN_ADDRESS.matcher(url);
    return matcher.find()
        ? IsoDate.read(matcher.group(1) + '-' + matcher.group(2) + '-' + matcher.group(3), latest)
        : Optional.empty();
  }
}
