package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Pages that are revised now and then; half of them know when that was, the others just change. */
final class RevisedPages implements Site {
  private static final List<String> PATHS = List.of("/one", "/two", "/three", "/four");
  private final String label;
  private final FastClock clock;
  private final Duration every;
  private final int most;

  RevisedPages(String label, FastClock clock, Duration every, int most) {
    this.label = label;
    this.clock = clock;
    this.every = every;
    this.most = most;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public void answer(Wire wire) throws IOException {
    int revision = (int) Math.min(most, clock.passed().dividedBy(every));
    if (wire.path().equals("/feed")) {
      wire.feed(PATHS);
    } else if (PATHS.contains(wire.path())) {
      String tag = "\"r" + revision + "\"";
      boolean knows = PATHS.indexOf(wire.path()) % 2 == 0;
      if (knows && wire.header("if-none-match").equals(tag)) {
        wire.send(304, java.util.Map.of(), new byte[0]);
      } else {
        wire.send(
            200,
            knows
                ? java.util.Map.of("Content-Type", "text/html", "ETag", tag)
                : java.util.Map.of("Content-Type", "text/html"),
            HostileWeb.bytes(Site.page(label, wire.path(), revision)));
      }
    } else {
      wire.missing();
    }
  }

  @Override
  public List<Expected> expected() {
    return PATHS.stream()
        .map(
            path ->
                new Expected(
                    path,
                    IntStream.rangeClosed(0, most)
                        .mapToObj(i -> Site.page(label, path, i))
                        .toList(),
                    false))
        .toList();
  }
}
