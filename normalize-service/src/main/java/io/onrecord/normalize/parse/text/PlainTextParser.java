package io.onrecord.normalize.parse.text;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.parse.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Text without any markup: every line that is not blank is a block until the layout is repaired.
 */
public final class PlainTextParser {

  /** The page as lines. */
  public Parsed parse(String text, Source source) {
    return new Parsed(source, Format.PLAIN_TEXT, Declared.NOTHING, lines(text));
  }

  static List<RawBlock> lines(String text) {
    List<RawBlock> blocks = new ArrayList<>();
    int line = 0;
    int blank = 0;
    for (String raw : (Iterable<String>) text.lines()::iterator) {
      line++;
      String stripped = raw.strip();
      if (stripped.isEmpty()) {
        blank++;
        continue;
      }
      int indent = raw.length() - raw.stripLeading().length();
      blocks.add(RawBlock.of(BlockType.PARAGRAPH, stripped, new Origin.Line(line, blank, indent)));
      blank = 0;
    }
    return blocks;
  }
}
