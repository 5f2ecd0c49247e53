package io.onrecord.ingest.source.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Charsets that the first bytes of XML give away (XML 1.0, appendix F). */
final class ByteMarks {
  /** What all EBCDIC is taken for as long as nothing says which. */
  static final Charset EBCDIC = Charset.forName("IBM037");

  private ByteMarks() {}

  static Optional<Charset> of(byte[] b) {
    if (starts(b, 0, 0, 0xFE, 0xFF) || starts(b, 0, 0, 0, '<')) {
      return Optional.of(Charset.forName("UTF-32BE"));
    }
    if (starts(b, 0xFF, 0xFE, 0, 0) || starts(b, '<', 0, 0, 0)) {
      return Optional.of(Charset.forName("UTF-32LE"));
    }
    if (starts(b, 0xFE, 0xFF) || starts(b, 0, '<', 0)) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (starts(b, 0xFF, 0xFE) || starts(b, '<', 0)) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    if (starts(b, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    return starts(b, 0x4C, 0x6F, 0xA7, 0x94) ? Optional.of(EBCDIC) : Optional.empty();
  }

  private static boolean starts(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }
}
