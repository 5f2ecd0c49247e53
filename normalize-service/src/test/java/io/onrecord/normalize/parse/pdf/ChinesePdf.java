package io.onrecord.normalize.parse.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** A page of Chinese in a font that every reader has and the file does not bring. */
final class ChinesePdf {
  private ChinesePdf() {}

  static byte[] bytes(List<String> lines) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      COSDictionary fonts = new COSDictionary();
      fonts.setItem("F1", font());
      COSDictionary resources = new COSDictionary();
      resources.setItem("Font", fonts);
      page.setResources(new PDResources(resources));
      StringBuilder content = new StringBuilder();
      for (int i = 0; i < lines.size(); i++) {
        String hex = HexFormat.of().formatHex(lines.get(i).getBytes(StandardCharsets.UTF_16BE));
        content.append("BT /F1 12 Tf 72 %d Td <%s> Tj ET\n".formatted(720 - i * 18, hex));
      }
      PDStream stream = new PDStream(document);
      try (OutputStream to = stream.createOutputStream(COSName.FLATE_DECODE)) {
        to.write(content.toString().getBytes(StandardCharsets.US_ASCII));
      }
      page.setContents(stream);
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static COSDictionary font() {
    COSDictionary system = new COSDictionary();
    system.setItem("Registry", new COSString("Adobe"));
    system.setItem("Ordering", new COSString("GB1"));
    system.setItem("Supplement", COSInteger.get(4));
    COSDictionary descendant = new COSDictionary();
    descendant.setName("Type", "Font");
    descendant.setName("Subtype", "CIDFontType0");
    descendant.setName("BaseFont", "STSong-Light");
    descendant.setItem("CIDSystemInfo", system);
    descendant.setItem("DW", COSInteger.get(1000));
    COSDictionary descriptor = new COSDictionary();
    descriptor.setName("Type", "FontDescriptor");
    descriptor.setName("FontName", "STSong-Light");
    descriptor.setInt("Flags", 4);
    descendant.setItem("FontDescriptor", descriptor);
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    COSDictionary font = new COSDictionary();
    font.setName("Type", "Font");
    font.setName("Subtype", "Type0");
    font.setName("BaseFont", "STSong-Light");
    font.setName("Encoding", "UniGB-UCS2-H");
    font.setItem("DescendantFonts", descendants);
    return font;
  }
}
