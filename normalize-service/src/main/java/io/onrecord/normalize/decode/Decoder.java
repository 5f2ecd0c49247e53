package io.onrecord.normalize.decode;

import io.onrecord.document.Encoding;
import io.onrecord.normalize.decode.charset.Encodings;
import io.onrecord.normalize.decode.charset.TextDecoder;
import io.onrecord.normalize.decode.charset.Utf8Text;
import io.onrecord.normalize.decode.declaration.ContentTypeCharset;
import io.onrecord.normalize.decode.evidence.ByteOrderMark;
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
    Optional<Utf8Text> sound = Utf8Text.of(body, markLength(body), body.length);
    CharsetDecision decision =
        detector.detect(body, contentType.flatMap(ContentTypeCharset::of), sound);
    Encoding encoding =
        new Encoding(
            decision.charset(), decision.declared(), decision.decidedBy(), decision.confidence());
    String text =
        sound
            .filter(utf8 -> decision.charset().equals(ByteOrderMark.UTF_8.encoding()))
            .map(Utf8Text::text)
            .orElseGet(() -> text(body, decision.charset()));
    return new Decoded(text, encoding);
  }

  /** How long the byte order mark of UTF-8 is, if there is one. */
  private static int markLength(byte[] body) {
    return ByteOrderMark.of(body)
        .filter(ByteOrderMark.UTF_8::equals)
        .map(ByteOrderMark::length)
        .orElse(0);
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
