package io.onrecord.normalize.parse.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Writes PDF files for tests as a word processor would: lines set to a width, pages with heads. */
public final class PdfFile {
  private static final float LEFT = 72;
  private static final float WIDTH = 420;
  private static final float TOP = 720;
  private static final float BOTTOM = 100;

  private final PDDocument document = new PDDocument();
  private final PDFont plain;
  private final PDFont bold;
  private final List<PDPageContentStream> pages = new ArrayList<>();
  private float y;

  /** An empty file. */
  public PdfFile() {
    PrintedFonts.install();
    plain = new PDType1Font(FontName.TIMES_ROMAN);
    bold = new PDType1Font(FontName.TIMES_BOLD);
    newPage();
  }

  /** What the file says about itself. */
  public PdfFile about(String title, String author) {
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setAuthor(author);
    Calendar created = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    created.setTimeInMillis(1_709_632_800_000L);
    document.getDocumentInformation().setCreationDate(created);
    return this;
  }

  /** A line of a size of its own, with space around it. */
  public PdfFile heading(String text, float size) {
    y -= size;
    print(text, LEFT, bold, size);
    y -= size * 1.6f;
    return this;
  }

  /** A paragraph, with space below it. */
  public PdfFile paragraph(String text) {
    return paragraph("", text);
  }

  /** A paragraph that begins with bold words. */
  public PdfFile paragraph(String boldLead, String text) {
    String[] words = (boldLead.isEmpty() ? text : boldLead + " " + text).split(" ");
    int boldWords = boldLead.isEmpty() ? 0 : boldLead.split(" ").length;
    float x = LEFT;
    for (int i = 0; i < words.length; i++) {
      PDFont font = i < boldWords ? bold : plain;
      float width = width(words[i] + " ", font, 11);
      if (x + width > LEFT + WIDTH) {
        x = LEFT;
        y -= 20;
        if (y < BOTTOM) {
          newPage();
        }
      }
      print(words[i], x, font, 11);
      x += width;
    }
    y -= 34;
    if (y < BOTTOM) {
      newPage();
    }
    return this;
  }

  /** A row of cells at fixed places. */
  public PdfFile row(String... cells) {
    for (int i = 0; i < cells.length; i++) {
      print(cells[i], LEFT + i * 140, plain, 11);
    }
    y -= 14;
    return this;
  }

  /** Starts a page. */
  public PdfFile newPage() {
    try {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      pages.add(new PDPageContentStream(document, page));
      y = TOP;
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints a head, a foot and a number on every page that is there. */
  public PdfFile margins(String head, String foot) {
    float at = y;
    for (int i = 0; i < pages.size(); i++) {
      PDPageContentStream page = pages.get(i);
      print(page, head, LEFT, 790, plain, 9);
      print(page, foot + " " + (i + 1), LEFT, 40, plain, 9);
    }
    y = at;
    return this;
  }

  /** The file. */
  public byte[] bytes() {
    return write(null);
  }

  /** The file, to be opened with a password only. */
  public byte[] encrypted(String password) {
    StandardProtectionPolicy policy =
        new StandardProtectionPolicy("owner", password, new AccessPermission());
    policy.setEncryptionKeyLength(128);
    return write(policy);
  }

  private byte[] write(@org.jspecify.annotations.Nullable StandardProtectionPolicy policy) {
    try (document;
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (PDPageContentStream page : pages) {
        page.close();
      }
      if (policy != null) {
        document.protect(policy);
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void print(String text, float x, PDFont font, float size) {
    print(pages.getLast(), text, x, y, font, size);
  }

  private static void print(
      PDPageContentStream page, String text, float x, float y, PDFont font, float size) {
    try {
      page.beginText();
      page.setFont(font, size);
      page.newLineAtOffset(x, y);
      page.showText(text);
      page.endText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float width(String text, PDFont font, float size) {
    try {
      return font.getStringWidth(text) / 1000 * size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
