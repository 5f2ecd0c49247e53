package io.onrecord.normalize.parse.text;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.parse.Source;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown, line by line: headings, list items and quotes keep their kind. */
public final class MarkdownParser {
  private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s+(.+?)\\s*#*$");
  private static final Pattern ITEM = Pattern.compile("^(?:[-*+]|\\d{1,3}[.)])\\s+(.+)$");
  private static final Pattern QUOTE = Pattern.compile("^>\\s*(.+)$");

  private final PlainTextParser plain = new PlainTextParser();

  /** The page as blocks. */
  public Parsed parse(String text, Source source) {
    Parsed lines = plain.parse(text, source);
    List<RawBlock> blocks = lines.blocks().stream().map(MarkdownParser::read).toList();
    return new Parsed(source, Format.MARKDOWN, lines.declared(), blocks);
  }

  private static RawBlock read(RawBlock line) {
    Matcher heading = HEADING.matcher(line.text());
    if (heading.matches()) {
      OptionalInt level = OptionalInt.of(heading.group(1).length());
      return new RawBlock(BlockType.HEADING, heading.group(2), level, "", line.origin());
    }
    Matcher item = ITEM.matcher(line.text());
    if (item.matches()) {
      return RawBlock.of(BlockType.LIST_ITEM, item.group(1), line.origin());
    }
    Matcher quote = QUOTE.matcher(line.text());
    return quote.matches() ? RawBlock.of(BlockType.QUOTE, quote.group(1), line.origin()) : line;
  }
}
