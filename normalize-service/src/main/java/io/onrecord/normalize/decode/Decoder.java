package io.onrecord.normalize.decode;

import io.onrecord.document.Encoding;
import io.onrecord.normalize.decode.charset.Encodings;
import io.onrecord.normalize.decode.charset.TextDecoder;
import io.onrecord.normalize.decode.declaration.ContentTypeCharset;
import java.util.Optional;

/** Reads the bytes of a page as text. Thread-safe. */
public final class Decoder {
  private final CharsetDetector detector = new CharsetDetector();

  /** The text of the body, and the grounds of the decision. */
  public Decoded decode(byte[] body, Optional<String> contentType) {
    Optional<Container> container = Container.of(body);
    if (container.isPresent()) {
      Optional<String> declared = contentType.flatMap(ContentTypeCharset::of);
      return new Decoded("", new Encoding("binary", declared, "format", 1), container);
    }
    CharsetDecision decision = detector.detect(body, contentType.flatMap(ContentTypeCharset::of));
    Encoding encoding =
        new Encoding(
            decision.charset(), decision.declared(), decision.decidedBy(), decision.confidence());
    return new Decoded(text(body, decision.charset()), encoding);
  }

  /** The text of bytes in a known encoding, without a byte order mark. */
  public static String text(byte[] body, String charset) {
    TextDecoder decoder =
        Encodings.decoder(charset)
            .orElseThrow(() -> new IllegalArgumentException("no decoder for " + charset));
    String text = decoder.decode(body);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
