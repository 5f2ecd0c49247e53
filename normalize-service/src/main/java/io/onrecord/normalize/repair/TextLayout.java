package io.onrecord.normalize.repair;

import io.onrecord.document.BlockType;
import io.onrecord.document.Repair;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.parse.text.ParagraphReader;
import io.onrecord.normalize.repair.layout.Layout;
import io.onrecord.normalize.repair.layout.LayoutRepair;
import io.onrecord.normalize.repair.layout.Paragraph;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the lines of a plain-text or Markdown page into its paragraphs, once their characters are
 * repaired; pages in other formats pass. Thread-safe.
 */
final class TextLayout {
  private final LayoutRepair layout = new LayoutRepair();

  Repaired lay(Repaired lines) {
    Parsed page = lines.page();
    if (page.format() != Format.PLAIN_TEXT && page.format() != Format.MARKDOWN) {
      return lines;
    }
    List<Integer> numbers = new ArrayList<>();
    Layout laid = layout.repair(lines(page.blocks(), numbers));
    List<RawBlock> blocks = new ArrayList<>();
    int lastLine = -1;
    for (Paragraph paragraph : laid.paragraphs()) {
      int blank = Math.max(0, paragraph.firstLine() - lastLine - 1);
      lastLine = paragraph.lastLine();
      Origin origin = new Origin.Line(numbers.get(paragraph.firstLine()), blank, 0);
      blocks.add(block(paragraph, origin));
    }
    List<Repair> repairs = new ArrayList<>(lines.repairs());
    repairs.addAll(laid.repairs());
    return new Repaired(page.with(page.declared(), blocks), repairs);
  }

  private static RawBlock block(Paragraph paragraph, Origin origin) {
    return switch (paragraph.shape()) {
      case CODE -> RawBlock.of(BlockType.CODE, paragraph.text(), origin);
      case LINES -> RawBlock.of(BlockType.PARAGRAPH, paragraph.text(), origin);
      case PROSE, LIST_ITEM -> ParagraphReader.read(paragraph.text(), origin);
    };
  }

  /** The page's lines with the blank ones between, and the number of each in the page. */
  private static List<String> lines(List<RawBlock> blocks, List<Integer> numbers) {
    List<String> lines = new ArrayList<>();
    for (RawBlock block : blocks) {
      if (!(block.origin() instanceof Origin.Line line)) {
        throw new IllegalStateException("a block of a text page is not on a line");
      }
      for (int i = 0; i < line.blankBefore(); i++) {
        lines.add("");
        numbers.add(line.line());
      }
      lines.add(" ".repeat(line.indent()) + block.text());
      numbers.add(line.line());
    }
    return lines;
  }
}
