package io.onrecord.normalize.decode;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code inspect charset} prints for one file: the decision, and on request its grounds. */
public final class CharsetInspection {
  private final CharsetDetector detector = new CharsetDetector();

  /** {@code path<TAB>charset<TAB>confidence<TAB>decidedBy}, without a line end. */
  public String line(String path, byte[] bytes, Optional<String> httpCharset) {
    CharsetDecision decision = detector.detect(bytes, httpCharset);
    return "%s\t%s\t%.3f\t%s"
        .formatted(path, decision.charset(), decision.confidence(), decision.decidedBy())
        .replace("\n", " ");
  }

  /** The grounds, one indented line each. */
  public String explanation(byte[] bytes, Optional<String> httpCharset) {
    return detector.detect(bytes, httpCharset).grounds().stream()
        .map(
            e ->
                String.format(
                    Locale.ROOT, "  %-16s %-14s %s", e.by(), e.charset(), e.explanation()))
        .collect(Collectors.joining("\n"));
  }
}
