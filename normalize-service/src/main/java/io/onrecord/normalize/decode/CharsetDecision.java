package io.onrecord.normalize.decode;

import java.util.List;
import java.util.Optional;

/**
 * The encoding of some bytes and how it was found.
 *
 * @param charset the WHATWG name; for encodings that the standard leaves out, a name of {@code
 *     labels.txt}
 * @param declared the label that decided or would have decided, as given
 * @param decidedBy as in {@link io.onrecord.document.Encoding}
 * @param confidence 0 to 1
 * @param grounds what spoke for this encoding or for another one, the strongest first
 */
public record CharsetDecision(
    String charset,
    Optional<String> declared,
    String decidedBy,
    double confidence,
    List<Evidence> grounds) {

  /** Copies the grounds. */
  public CharsetDecision {
    grounds = List.copyOf(grounds);
  }
}
