package io.onrecord.normalize.decode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes that are no text, told by how they begin: their format carries its own encodings, and
 * servers call them {@code text/html} as readily as anything else.
 */
public enum Container {
  PDF("%PDF-"),
  /** Word since 2007, OpenDocument, EPUB, and everything else that is zipped. */
  ZIP("PK\3\4"),
  /** Word until 2003, and later files with a password. */
  OLE2("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
  RTF("{\\rtf");

  /** Mailers and servers put line ends and marks before a PDF; readers allow them. */
  private static final int LEAD = 16;

  private final byte[] signature;

  Container(String signature) {
    this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The container that the bytes are; empty for text. */
  public static Optional<Container> of(byte[] bytes) {
    int from = 0;
    while (from < Math.min(LEAD, bytes.length) && skipped(bytes[from])) {
      from++;
    }
    for (Container container : values()) {
      if (container.startsAt(bytes, from)) {
        return Optional.of(container);
      }
    }
    return Optional.empty();
  }

  /** White space, or a byte of the mark that UTF-8 files begin with. */
  private static boolean skipped(byte b) {
    int value = b & 0xFF;
    boolean space = value == '\r' || value == '\n' || value == ' ' || value == '\t';
    return space || value == 0xEF || value == 0xBB || value == 0xBF;
  }

  private boolean startsAt(byte[] bytes, int from) {
    if (from + signature.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if (bytes[from + i] != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
