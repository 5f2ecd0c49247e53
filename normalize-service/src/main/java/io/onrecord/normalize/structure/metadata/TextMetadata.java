package io.onrecord.normalize.structure.metadata;

import io.onrecord.document.BlockType;
import io.onrecord.document.Category;
import io.onrecord.normalize.classify.Classified;
import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Metadata of pages without markup: the title that the classifier found, the credits that it took
 * out, the date beside them; front matter goes first. Thread-safe.
 */
final class TextMetadata {
  private static final int MOST_CREDITS = 12;
  private static final int LONGEST_CREDIT = 120;
  private static final Pattern UPDATED =
      Pattern.compile("^[^\\p{L}\\d]*(?:last )?(?:updated|modified|更新)", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)^(?:untitled|document ?\\d*|title|microsoft \\w+ - .*|powerpoint presentation|无标题|未命名.*|新建.*文档.*)$"
              + "|\\.(?:docx?|rtf|odt|pdf|indd|qxp|pages|tex|dvi|txt)$");
  private static final Pattern LINK = Pattern.compile("https?://|www\\.");

  /** What the page says about itself. */
  Metadata read(Classified classified) {
    Declared declared = classified.repaired().page().declared();
    Printed printed = new Printed();
    classified.blocks().forEach(printed::add);
    List<String> authors = declared.all("author").stream().filter(a -> !a.isBlank()).toList();
    Parsed page = classified.repaired().page();
    boolean file = page.format() == Format.PDF || page.format() == Format.OFFICE;
    return new Metadata(
        file ? printed.title.or(() -> title(declared)) : declared.title().or(() -> printed.title),
        authors.isEmpty() ? printed.credits() : authors,
        Site.of(classified.repaired().page().source().canonicalUrl()),
        declared
            .tag("article:published_time")
            .flatMap(d -> IsoDate.read(d, classified.repaired().page().source().fetchedAt()))
            .or(() -> printed.published.map(PrintedDate::iso))
            .or(() -> file ? day(declared, "dcterms.created") : Optional.empty()),
        printed.published.map(PrintedDate::text).or(() -> printed.relative),
        printed.modified.map(PrintedDate::iso),
        Optional.empty());
  }

  /** The title that a file gives itself, unless it is what the program that wrote it put there. */
  private static Optional<String> title(Declared declared) {
    return declared.title().filter(title -> !NO_TITLE.matcher(title).find());
  }

  /** A file's own date is when it was made: the day is as much as that says of its text. */
  private static Optional<String> day(Declared declared, String tag) {
    return declared
        .tag(tag)
        .filter(date -> date.length() >= 10)
        .map(date -> date.substring(0, 10))
        .filter(date -> date.matches("(?:19|20)\\d\\d-\\d\\d-\\d\\d"));
  }

  /** What is printed, block by block. */
  private static final class Printed {
    private final List<String> credits = new ArrayList<>();
    private Optional<String> title = Optional.empty();
    private Optional<PrintedDate> published = Optional.empty();
    private Optional<PrintedDate> modified = Optional.empty();
    private Optional<String> relative = Optional.empty();
    private boolean above = true;

    void add(Judged judged) {
      RawBlock block = judged.block();
      switch (judged.verdict()) {
        case Verdict.Keep keep -> {
          if (above && title.isEmpty() && isTitle(block)) {
            title = Optional.of(block.text());
          } else {
            above = false;
          }
        }
        case Verdict.Remove out -> {
          if (out.category() == Category.CREDITS || out.category() == Category.SITE_HEADER) {
            dates(block.text());
            credit(out.category(), block.text());
          }
        }
      }
    }

    private void dates(String text) {
      if (LINK.matcher(text).find()) {
        return;
      }
      if (modified.isEmpty() && UPDATED.matcher(text).find()) {
        modified = PrintedDate.find(text);
      } else if (published.isEmpty()) {
        published = PrintedDate.find(text);
        if (published.isEmpty() && relative.isEmpty() && above) {
          relative = RelativeDate.words(text);
        }
      }
    }

    private void credit(Category category, String text) {
      boolean fits = text.length() <= LONGEST_CREDIT && credits.size() < MOST_CREDITS;
      if (category == Category.CREDITS && fits && !LINK.matcher(text).find()) {
        credits.add(text);
      }
    }

    /** A line that is nothing but a date is no credit. */
    private List<String> credits() {
      return credits.stream()
          .filter(c -> published.isEmpty() || !c.strip().equals(published.get().text()))
          .filter(c -> relative.isEmpty() || !c.strip().equals(relative.get()))
          .distinct()
          .toList();
    }

    private static boolean isTitle(RawBlock block) {
      return block.type() == BlockType.HEADING && block.level().orElse(2) == 1;
    }
  }
}
