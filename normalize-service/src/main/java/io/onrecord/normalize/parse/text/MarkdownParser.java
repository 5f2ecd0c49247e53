package io.onrecord.normalize.parse.text;

import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown: its front matter is what the page says about itself, the rest is lines. */
public final class MarkdownParser {
  private static final Pattern FRONT_MATTER =
      Pattern.compile("\\A---[ \\t]*\\R((?:[^\\n]{0,2000}\\n){0,60}?)---[ \\t]*(?:\\R|\\z)");
  private static final Pattern ENTRY =
      Pattern.compile("^([A-Za-z][\\w-]{0,40}):[ \\t]*(.{1,1000})$");

  /** The page as lines, and its front matter. */
  public Parsed parse(String text, Source source) {
    Matcher front = FRONT_MATTER.matcher(text);
    boolean any =
        front.find() && ENTRY.matcher(front.group(1).lines().findFirst().orElse("")).find();
    Declared declared = any ? declared(front.group(1)) : Declared.NOTHING;
    String body = any ? text.substring(front.end()) : text;
    return new Parsed(source, Format.MARKDOWN, declared, PlainTextParser.lines(body));
  }

  private static Declared declared(String matter) {
    Optional<String> title = Optional.empty();
    List<Declared.Tag> tags = new ArrayList<>();
    for (String line : (Iterable<String>) matter.lines()::iterator) {
      Matcher entry = ENTRY.matcher(line);
      if (entry.find()) {
        String name = entry.group(1).toLowerCase(Locale.ROOT);
        String value = entry.group(2).strip().replaceAll("^([\"'])(.*)\\1$", "$2");
        switch (name) {
          case "title" -> title = Optional.of(value);
          case "date", "published" -> tags.add(new Declared.Tag("article:published_time", value));
          default -> tags.add(new Declared.Tag(name, value));
        }
      }
    }
    return Declared.NOTHING.with(title, tags);
  }
}
