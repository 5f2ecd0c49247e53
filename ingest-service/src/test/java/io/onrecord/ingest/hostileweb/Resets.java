package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Resets the connection the first two times of every path: before an answer, and in its middle. */
final class Resets extends FixedSite {
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  Resets(String label) {
    super(label, List.of("/a", "/b", "/c"), List.of());
  }

  @Override
  public void answer(Wire wire) throws IOException {
    int times = asked.merge(wire.path(), 1, Integer::sum);
    if (times == 1 && !wire.path().equals("/robots.txt")) {
      wire.reset();
    } else if (times == 2 && !wire.path().equals("/robots.txt")) {
      wire.raw(wire.head(200, Map.of("Content-Length", "100000")));
      wire.raw(new byte[5000]);
      wire.reset();
    } else {
      super.answer(wire);
    }
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.missing();
  }
}
