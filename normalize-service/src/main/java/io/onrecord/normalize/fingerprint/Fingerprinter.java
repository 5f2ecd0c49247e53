package io.onrecord.normalize.fingerprint;

import io.onrecord.document.Fingerprints;
import io.onrecord.event.Sha256;
import io.onrecord.normalize.structure.Structured;
import java.nio.charset.StandardCharsets;

/** Computes what documents are compared by. Thread-safe. */
public final class Fingerprinter {
  private final SimHash near = new SimHash();

  /** The fingerprints of title and text. */
  public Fingerprints fingerprint(Structured document) {
    String text = document.text();
    String whole = document.metadata().title().orElse("") + "\n\n" + text;
    return new Fingerprints(Sha256.labelled(whole.getBytes(StandardCharsets.UTF_8)), near.of(text));
  }
}
