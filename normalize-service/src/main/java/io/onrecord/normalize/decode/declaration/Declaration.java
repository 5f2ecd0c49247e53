package io.onrecord.normalize.decode.declaration;

import io.onrecord.normalize.decode.charset.Labels;
import java.util.Optional;

/**
 * One statement about the encoding.
 *
 * @param source {@code http} or {@code meta} (which includes the XML declaration)
 * @param label as written
 */
public record Declaration(String source, String label) {

  /** The encoding that the label names, if it names one. */
  public Optional<String> encoding() {
    return Labels.name(label);
  }
}
