package io.onrecord.normalize.parse.office;

import io.onrecord.normalize.decode.Container;
import io.onrecord.normalize.parse.bounded.Bounded.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The sorts of Office file that are read. */
enum OfficeKind {
  DOCX,
  ODT,
  EPUB,
  RTF,
  DOC;

  private static final String ONLY =
      "; what is read: PDF, Word (docx, doc, rtf), OpenDocument text (odt), EPUB";
  private static final int DIRECTORY = 1 << 20;

  /** By what the file holds, whatever its name says. */
  static OfficeKind of(Container container, byte[] body, Optional<ZipParts> parts) {
    return switch (container) {
      case RTF -> RTF;
      case OLE2 -> ole(body);
      case ZIP -> zipped(parts.orElseThrow());
      case PDF -> throw new IllegalArgumentException("a PDF is no Office file");
    };
  }

  private static OfficeKind zipped(ZipParts parts) {
    String type = parts.text("mimetype").orElse("").strip();
    if (type.equals("application/epub+zip")) {
      return EPUB;
    }
    if (type.startsWith("application/vnd.oasis.opendocument.text")) {
      return ODT;
    }
    if (parts.names().contains("word/document.xml")) {
      return DOCX;
    }
    throw new Refusal("holds no text document" + ONLY);
  }

  private static OfficeKind ole(byte[] body) {
    if (contains(body, "EncryptedPackage")) {
      throw new Refusal("is encrypted; save it without a password");
    }
    if (contains(body, "WordDocument")) {
      return DOC;
    }
    throw new Refusal("holds no text document" + ONLY);
  }

  /** The directory of an OLE2 file has the names of its parts in UTF-16. */
  private static boolean contains(byte[] body, String name) {
    byte[] wanted = name.getBytes(StandardCharsets.UTF_16LE);
    // Directories stand at the start or the end of the file.
    return at(body, wanted, 0, Math.min(DIRECTORY, body.length))
        || at(body, wanted, Math.max(0, body.length - DIRECTORY), body.length);
  }

  private static boolean at(byte[] body, byte[] wanted, int from, int to) {
    for (int i = from; i + wanted.length <= to; i++) {
      int same = 0;
      while (same < wanted.length && body[i + same] == wanted[same]) {
        same++;
      }
      if (same == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
