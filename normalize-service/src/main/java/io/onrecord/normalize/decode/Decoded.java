package io.onrecord.normalize.decode;

import io.onrecord.document.Encoding;
import java.util.Optional;

/**
 * A page as text.
 *
 * @param text without a byte order mark; U+FFFD where bytes could not be read; empty for a
 *     container
 * @param encoding what the bytes were read as, and why
 * @param container what the bytes are where they are no text: the parser of the format reads them
 */
public record Decoded(String text, Encoding encoding, Optional<Container> container) {

  /** A page of text. */
  public Decoded(String text, Encoding encoding) {
    this(text, encoding, Optional.empty());
  }
}
