package io.onrecord.normalize.parse.pdf;

import io.onrecord.normalize.parse.bounded.Bounded;
import io.onrecord.normalize.parse.bounded.Bounded.Refusal;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects the lines of a file's pages in the order in which the file prints them. */
final class PageLines extends PDFTextStripper {
  private static final float WIDE_GAP = 1.6f;
  private static final int BOLD_WEIGHT = 600;

  private final List<PrintedLine> lines = new ArrayList<>();
  private final List<PrintedLine.Cell> cells = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder cell = new StringBuilder();
  private float cellLeft;
  private float left;
  private float right;
  private float base;
  private float size;
  private int bold;
  private boolean plain;
  private long characters;

  private PageLines() {
    setSuppressDuplicateOverlappingText(true);
  }

  static List<PrintedLine> of(PDDocument document) throws IOException {
    PageLines stripper = new PageLines();
    stripper.writeText(document, Writer.nullWriter());
    return stripper.lines;
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    Bounded.check();
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition glyph) {
    Bounded.check();
    if (characters++ > Bounded.MOST_CHARACTERS) {
      throw new Refusal("has more than %d characters".formatted(Bounded.MOST_CHARACTERS));
    }
    super.processTextPosition(glyph);
  }

  @Override
  protected void writeString(String word, List<TextPosition> glyphs) {
    String clean = word.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (clean.isEmpty() || glyphs.isEmpty()) {
      return;
    }
    TextPosition first = glyphs.getFirst();
    TextPosition last = glyphs.getLast();
    float from = first.getXDirAdj();
    float points = first.getFontSizeInPt();
    if (text.isEmpty()) {
      left = from;
      cellLeft = from;
      size = points;
      base = first.getYDirAdj();
    } else if (from - right > WIDE_GAP * Math.max(points, size)) {
      endCell();
      cellLeft = from;
    }
    if (cell.length() > 0) {
      cell.append(' ');
    }
    text.append(text.isEmpty() ? "" : " ").append(clean);
    cell.append(clean);
    right = Math.max(right, last.getXDirAdj() + last.getWidthDirAdj());
    boolean heavy = isBold(first.getFont());
    plain |= !heavy;
    bold = plain ? bold : text.length();
  }

  /** Words follow each other with one space; see {@link #writeString(String, List)}. */
  @Override
  protected void writeWordSeparator() {}

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphStart() {}

  @Override
  protected void writeParagraphEnd() {
    endLine();
  }

  @Override
  protected void writePageStart() {
    endLine();
  }

  @Override
  protected void writePageEnd() {
    endLine();
  }

  private void endCell() {
    if (cell.length() > 0) {
      cells.add(new PrintedLine.Cell(cell.toString(), cellLeft));
      cell.setLength(0);
    }
  }

  private void endLine() {
    endCell();
    if (!text.isEmpty()) {
      lines.add(
          new PrintedLine(
              getCurrentPageNo(),
              text.toString(),
              left,
              right,
              base,
              size,
              text.substring(0, bold),
              cells));
    }
    text.setLength(0);
    cells.clear();
    right = 0;
    bold = 0;
    plain = false;
  }

  private static boolean isBold(PDFont font) {
    String name = font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    return name.contains("bold")
        || name.contains("heavy")
        || name.contains("black")
        || descriptor != null
            && (descriptor.isForceBold() || descriptor.getFontWeight() >= BOLD_WEIGHT);
  }
}
