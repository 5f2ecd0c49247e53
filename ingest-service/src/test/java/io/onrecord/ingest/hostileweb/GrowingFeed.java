package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A well-behaved host: a feed that grows, forgets what is old, and knows ETags. */
final class GrowingFeed implements Site {
  private static final int WINDOW = 8;
  private static final int AT_ONCE = 4;
  private final String label;
  private final FastClock clock;
  private final Duration every;
  private final int most;
  private final AtomicInteger items = new AtomicInteger(AT_ONCE);

  GrowingFeed(String label, FastClock clock, Duration every, int most) {
    this.label = label;
    this.clock = clock;
    this.every = every;
    this.most = most;
  }

  @Override
  public String label() {
    return label;
  }

  /**
   * As many as its time has brought, but no more than can still be seen by a reader who knows what
   * there was until now.
   */
  private int items(String known) {
    long due = Math.min(most, AT_ONCE + clock.passed().dividedBy(every));
    return items.updateAndGet(
        before -> known.equals(tag(before)) ? (int) Math.min(due, before + AT_ONCE) : before);
  }

  private static String tag(int items) {
    return "\"" + items + "\"";
  }

  @Override
  public void answer(Wire wire) throws IOException {
    if (wire.path().equals("/feed")) {
      int items = items(wire.header("if-none-match"));
      String tag = tag(items);
      if (wire.header("if-none-match").equals(tag)) {
        wire.send(304, Map.of("ETag", tag), new byte[0]);
        return;
      }
      List<String> links = new ArrayList<>();
      for (int i = items; i > Math.max(0, items - WINDOW); i--) {
        links.add("/talk/" + i);
      }
      wire.send(
          200,
          Map.of("Content-Type", "application/rss+xml", "ETag", tag),
          HostileWeb.bytes(Wire.rss(links)));
    } else if (wire.path().startsWith("/talk/")) {
      wire.page(Site.page(label, wire.path()));
    } else {
      wire.missing();
    }
  }

  @Override
  public List<Expected> expected() {
    return IntStream.rangeClosed(1, most)
        .mapToObj(i -> Expected.page("/talk/" + i, Site.page(label, "/talk/" + i)))
        .toList();
  }
}
