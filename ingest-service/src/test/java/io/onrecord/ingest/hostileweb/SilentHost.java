package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.List;

/** Accepts a connection and says nothing; on some paths, or on all of them, robots.txt too. */
final class SilentHost extends FixedSite {
  private final boolean wholly;

  SilentHost(String label, boolean wholly) {
    super(label, wholly ? List.of() : List.of("/well"), List.of("/silent"));
    this.wholly = wholly;
  }

  @Override
  public void answer(Wire wire) throws IOException {
    if (wholly) {
      wire.silence();
    } else {
      super.answer(wire);
    }
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.silence();
  }
}
