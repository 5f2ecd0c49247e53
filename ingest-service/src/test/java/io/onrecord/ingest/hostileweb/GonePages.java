package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Pages that go for good (404, 410), one that is missing for a moment, one that is ill for long.
 */
final class GonePages extends FixedSite {
  private static final String TAG = "\"v\"";
  private final FastClock clock;
  private final Duration from;
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean wasMissing = new AtomicBoolean();

  /** A host whose pages go after this time, once they are known. */
  GonePages(String label, FastClock clock, Duration from) {
    super(label, List.of("/stays", "/gone", "/removed", "/back", "/ill"), List.of());
    this.clock = clock;
    this.from = from;
  }

  @Override
  void good(Wire wire) throws IOException {
    String path = wire.path();
    // Who knows its tag has it for good; one who was killed with it in hand comes without.
    if (wire.header("if-none-match").equals(TAG) && clock.passed().compareTo(from) > 0) {
      known.add(path);
    }
    if (!known.contains(path)) {
      wire.send(
          200,
          Map.of("Content-Type", "text/html; charset=utf-8", "ETag", TAG),
          HostileWeb.bytes(Site.page(label(), path)));
      return;
    }
    switch (path) {
      case "/gone" -> wire.missing();
      case "/removed" -> wire.text(410, "text/plain", "gone");
      case "/ill" -> wire.text(500, "text/plain", "ill");
      case "/back" -> {
        if (wasMissing.compareAndSet(false, true)) {
          wire.missing();
        } else {
          super.good(wire);
        }
      }
      default -> super.good(wire);
    }
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.missing();
  }

  @Override
  public List<Expected> expected() {
    return super.expected().stream()
        .map(
            page ->
                new Expected(
                    page.path(),
                    page.revisions(),
                    page.path().equals("/gone") || page.path().equals("/removed")))
        .toList();
  }
}
