package io.onrecord.normalize.parse.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDecimalNumber;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Writes Office files for tests. */
final class OfficeFiles {
  private OfficeFiles() {}

  /** A Word file as it is being written. */
  static final class Word {
    private final XWPFDocument document = new XWPFDocument();

    Word() {
      style("Heading1", "heading 1", 0);
      style("Heading2", "heading 2", 1);
      style("ListParagraph", "List Paragraph", -1);
    }

    private void style(String id, String name, int outline) {
      CTStyle style = CTStyle.Factory.newInstance();
      style.setStyleId(id);
      style.addNewName().setVal(name);
      style.setType(STStyleType.PARAGRAPH);
      if (outline >= 0) {
        CTDecimalNumber level = CTDecimalNumber.Factory.newInstance();
        level.setVal(BigInteger.valueOf(outline));
        CTPPrGeneral properties = CTPPrGeneral.Factory.newInstance();
        properties.setOutlineLvl(level);
        style.setPPr(properties);
      }
      document.createStyles().addStyle(new XWPFStyle(style));
    }

    Word about(String title, String author) {
      document.getProperties().getCoreProperties().setTitle(title);
      document.getProperties().getCoreProperties().setCreator(author);
      return this;
    }

    Word margins(String header, String footer) {
      document.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText(header);
      document.createFooter(HeaderFooterType.DEFAULT).createParagraph().createRun().setText(footer);
      return this;
    }

    Word styled(String style, String text) {
      XWPFParagraph paragraph = document.createParagraph();
      paragraph.setStyle(style);
      paragraph.createRun().setText(text);
      return this;
    }

    Word paragraph(String bold, String text) {
      XWPFParagraph paragraph = document.createParagraph();
      if (!bold.isEmpty()) {
        var run = paragraph.createRun();
        run.setBold(true);
        run.setText(bold);
      }
      if (!text.isEmpty()) {
        paragraph.createRun().setText(bold.isEmpty() ? text : " " + text);
      }
      return this;
    }

    Word table(String[][] rows) {
      XWPFTable table = document.createTable(rows.length, rows[0].length);
      for (int r = 0; r < rows.length; r++) {
        for (int c = 0; c < rows[r].length; c++) {
          table.getRow(r).getCell(c).setText(rows[r][c]);
        }
      }
      return this;
    }

    byte[] bytes() {
      try (document;
          ByteArrayOutputStream out = new ByteArrayOutputStream()) {
        document.write(out);
        return out.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A Word file with a password. */
  static byte[] encrypted(byte[] docx) throws Exception {
    try (POIFSFileSystem files = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("secret");
      try (var to = encryptor.getDataStream(files)) {
        to.write(docx);
      }
      files.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  /** Names and contents, in turn. */
  static byte[] zip(String... parts) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        for (int i = 0; i < parts.length; i += 2) {
          zip.putNextEntry(new ZipEntry(parts[i]));
          zip.write(parts[i + 1].getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An OpenDocument text with that body. */
  static byte[] odt(String doctype, String body) {
    String names =
        "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
            + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
            + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
            + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
            + " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'"
            + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
            + " xmlns:meta='urn:oasis:names:tc:opendocument:xmlns:meta:1.0'";
    return zip(
        "mimetype",
        "application/vnd.oasis.opendocument.text",
        "meta.xml",
        "<office:document-meta %s><office:meta><dc:title>Salt</dc:title><meta:initial-creator>Ada Quill</meta:initial-creator></office:meta></office:document-meta>"
            .formatted(names),
        "content.xml",
        "<?xml version='1.0'?>%s<office:document-content %s><office:automatic-styles><style:style style:name='B' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style></office:automatic-styles><office:body><office:text>%s</office:text></office:body></office:document-content>"
            .formatted(doctype, names, body),
        "styles.xml",
        "<office:document-styles %s><office:master-styles><style:master-page><style:header><text:p>Salt Works Bulletin</text:p></style:header><style:footer><text:p>Printed by the union</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>"
            .formatted(names));
  }

  /** A book of chapters, in an order that its list of files does not have. */
  static byte[] epub(String first, String second) {
    String chapter =
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body>%s</body></html>";
    return zip(
        "mimetype",
        "application/epub+zip",
        "META-INF/container.xml",
        "<container version='1.0' xmlns='urn:oasis:names:tc:opendocument:xmlns:container'><rootfiles><rootfile full-path='b/c.opf' media-type='application/oebps-package+xml'/></rootfiles></container>",
        "b/c.opf",
        "<package xmlns='http://www.idpf.org/2007/opf' version='3.0'><metadata xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>Talks in a Boathouse</dc:title><dc:creator>Ada Quill</dc:creator><dc:date>2024-03-05</dc:date></metadata><manifest><item id='z' href='z.xhtml' media-type='application/xhtml+xml'/><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/></manifest><spine><itemref idref='z'/><itemref idref='a'/></spine></package>",
        "b/a.xhtml",
        chapter.formatted(second),
        "b/z.xhtml",
        chapter.formatted(first));
  }
}
