package io.onrecord.normalize.parse.pdf;

import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.parse.Source;
import io.onrecord.normalize.parse.bounded.Bounded;
import io.onrecord.normalize.parse.bounded.Bounded.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Reads PDF files. Thread-safe; PDFBox is loaded with the first one. */
public final class PdfParser {
  private static final int MOST_PAGES = 5_000;

  /** The file as blocks. */
  public Parsed parse(byte[] body, Source source) {
    return Bounded.read("PDF", body, source, () -> read(body, source));
  }

  private static Parsed read(byte[] body, Source source) throws IOException {
    StreamSizes.check(body);
    PrintedFonts.install();
    try (PDDocument document =
        Loader.loadPDF(body, "", null, null, IOUtils.createMemoryOnlyStreamCache())) {
      int pages = document.getNumberOfPages();
      if (pages > MOST_PAGES) {
        throw new Refusal("has %d pages, more than %d".formatted(pages, MOST_PAGES));
      }
      List<PrintedLine> lines = PageLines.of(document);
      if (lines.stream().noneMatch(line -> line.text().chars().anyMatch(Character::isLetter))) {
        throw new Refusal(
            "has no text on its %d pages, only pictures; run text recognition (OCR) on it first"
                .formatted(pages));
      }
      List<RawBlock> blocks = PrintedParagraphs.of(lines, RunningHeads.among(lines, pages));
      return new Parsed(source, Format.PDF, declared(document), blocks);
    } catch (InvalidPasswordException encrypted) {
      throw new Refusal("is encrypted; save it without a password");
    }
  }

  private static Declared declared(PDDocument document) {
    PDDocumentInformation about = document.getDocumentInformation();
    List<Declared.Tag> tags = new ArrayList<>();
    tag(tags, "author", about.getAuthor());
    if (about.getCreationDate() != null) {
      tag(tags, "dcterms.created", about.getCreationDate().toInstant().toString());
    }
    if (about.getModificationDate() != null) {
      tag(tags, "dcterms.modified", about.getModificationDate().toInstant().toString());
    }
    Optional<String> title =
        Optional.ofNullable(about.getTitle()).map(String::strip).filter(t -> !t.isEmpty());
    return Declared.NOTHING.with(title, tags);
  }

  private static void tag(
      List<Declared.Tag> tags, String name, @org.jspecify.annotations.Nullable String value) {
    if (value != null && !value.isBlank()) {
      tags.add(new Declared.Tag(name, value.strip().replaceAll("\\s+", " ")));
    }
  }
}
