package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A site that is generated as fast as it is read: sitemaps that list the next sitemap for ever,
 * calendars of all months to come, and paths that grow by repeating themselves.
 */
final class EndlessCalendar implements Site {
  private final String label;
  private final FastClock clock;
  private final String site;
  private final AtomicInteger deepest = new AtomicInteger();

  EndlessCalendar(String label, FastClock clock, int port) {
    this.label = label;
    this.clock = clock;
    this.site = "http://" + label + HostileDns.DOMAIN + ":" + port;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public List<String> sources() {
    return List.of("/map/0", "/feed");
  }

  @Override
  public void answer(Wire wire) throws IOException {
    String path = wire.path();
    if (path.startsWith("/map/")) {
      int n = Integer.parseInt(path.substring(5));
      deepest.accumulateAndGet(n, Math::max);
      wire.text(
          200,
          "text/xml",
          "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>%s/map/%d</loc></sitemap></sitemapindex>"
              .formatted(site, n + 1));
    } else if (path.equals("/feed")) {
      wire.feed(links());
    } else if (path.equals("/well")) {
      wire.page(Site.page(label, path));
    } else if (path.equals("/robots.txt")) {
      wire.missing();
    } else {
      wire.page(Site.page(label, path));
    }
  }

  private List<String> links() {
    int year = clock.instant().atZone(java.time.ZoneOffset.UTC).getYear();
    List<String> links = new ArrayList<>(List.of("/well"));
    for (int i = 2; i < 40; i++) {
      links.add("/calendar/%d/%02d".formatted(year + i, i % 12 + 1));
      links.add("/events?date=%d-%02d-01".formatted(year + i, i % 12 + 1));
      links.add("/calendar?month=%d&year=%d".formatted(i % 12 + 1, year - i));
      links.add("/a/b".repeat(i + 4));
    }
    return links;
  }

  /** How far down the sitemaps it was followed. */
  int deepest() {
    return deepest.get();
  }

  @Override
  public boolean mayBeAsked(String path) {
    return !path.matches("/calendar.*|/events.*|/a/b/a/b.*|/map/\\d\\d+");
  }

  @Override
  public List<Expected> expected() {
    return List.of(Expected.page("/well", Site.page(label, "/well")));
  }
}
