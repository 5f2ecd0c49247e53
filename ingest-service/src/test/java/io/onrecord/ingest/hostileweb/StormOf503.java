package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Answers 503 to everything for minutes on end, robots.txt included in the second storm. */
final class StormOf503 extends FixedSite {
  private final FastClock clock;
  private final Duration calm;

  /** A host whose storms are over after a time. */
  StormOf503(String label, FastClock clock, Duration calm) {
    super(label, List.of("/a", "/b"), List.of());
    this.clock = clock;
    this.calm = calm;
  }

  @Override
  public void answer(Wire wire) throws IOException {
    long minute = clock.passed().toMinutes();
    boolean storm = clock.passed().compareTo(calm) < 0 && minute % 4 >= 2;
    if (storm && (minute % 8 >= 4 || !wire.path().equals("/robots.txt"))) {
      wire.text(503, "text/plain", "later");
    } else {
      super.answer(wire);
    }
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.missing();
  }
}
