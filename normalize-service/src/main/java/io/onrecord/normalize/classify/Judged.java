package io.onrecord.normalize.classify;

import io.onrecord.normalize.parse.RawBlock;

/** A block and what is decided about it. */
public record Judged(RawBlock block, Verdict verdict) {

  /** Whether it is part of the document. */
  public boolean kept() {
    return verdict instanceof Verdict.Keep;
  }
}
