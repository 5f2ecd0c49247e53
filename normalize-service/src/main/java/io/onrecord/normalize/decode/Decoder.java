package io.onrecord.normalize.decode;

import io.onrecord.document.Encoding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the bytes of a page as text. Thread-safe. */
public final class Decoder {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

  /** The text of the body, and the grounds of the decision. */
  public Decoded decode(byte[] body, Optional<String> contentType) {
    Optional<String> declared = contentType.flatMap(Decoder::label);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
      String by = text.length() == unmarked.length() ? "utf-8-check" : "bom";
      return new Decoded(unmarked, new Encoding("UTF-8", declared, by, 1));
    } catch (CharacterCodingException notUtf8) {
      Charset charset =
          declared
              .filter(Charset::isSupported)
              .map(Charset::forName)
              .orElse(StandardCharsets.UTF_8);
      return new Decoded(
          new String(body, charset),
          new Encoding(charset.name(), declared, declared.isPresent() ? "http" : "default", 0.5));
    }
  }

  private static Optional<String> label(String contentType) {
    Matcher m = CHARSET.matcher(contentType);
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }
}
