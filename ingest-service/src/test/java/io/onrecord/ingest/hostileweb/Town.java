package io.onrecord.ingest.hostileweb;

import java.time.Duration;
import java.util.stream.Collectors;

/** Who lives in the hostile web, and when its troubles are over. */
public final class Town {
  private Town() {}

  /**
   * Fills a web.
   *
   * @param ordinary how many hosts are well-behaved
   * @param lasting how long anything changes; after that everything stays as it is
   */
  public static HostileWeb build(FastClock clock, int ordinary, Duration lasting) {
    HostileWeb web = new HostileWeb();
    int port = web.port();
    for (int i = 0; i < ordinary; i++) {
      Duration every = lasting.dividedBy(6 + i % 5);
      web.with(new GrowingFeed("calm-" + i, clock, every, 8 + i % 4));
    }
    for (int i = 0; i < Math.max(2, ordinary / 20); i++) {
      web.with(new RevisedPages("revised-" + i, clock, lasting.dividedBy(4), 3));
      web.with(new StormOf503("storm-" + i, clock, lasting));
      Duration pause = Duration.ofSeconds(i % 2 == 0 ? 40 : 150);
      web.with(new TooManyRequests("busy-" + i, clock, pause, i % 4 == 0 || i % 4 == 3));
      web.with(new FickleName("fickle-" + i));
      web.with(new Resets("resets-" + i));
      web.with(new TruncatedBodies("cut-" + i));
      web.with(new ManyNames("names-" + i, port));
      web.with(new GonePages("gone-" + i, clock, lasting.dividedBy(4)));
    }
    for (RobotsOf.Kind kind : RobotsOf.Kind.values()) {
      web.with(new RobotsOf(kind));
    }
    return web.with(new SlowDrip("drip"))
        .with(new SilentHost("silent", false))
        .with(new SilentHost("mute", true))
        .with(new RedirectLoops("loops"))
        .with(new RedirectsInward("leads-inward", port))
        .with(new LyingHeaders("lies"))
        .with(new GzipBombs("bombs"))
        .with(new EndlessAnswers("endless"))
        .with(new EndlessCalendar("calendar", clock, port))
        .with(new DeepNesting("deep"))
        .with(new ElsewhereLinks("elsewhere", web.url("robots-disallows", "")));
  }

  /** A sources file of everything that is to be followed, inward names and all. */
  public static String sources(HostileWeb web) {
    String sites =
        web.sites().stream()
            .flatMap(site -> site.sources().stream().map(path -> web.url(site.label(), path)))
            .sorted()
            .collect(Collectors.joining("\n", "", "\n"));
    return sites + web.url("inward-any", "/feed") + "\n" + web.url("inward-home", "/feed") + "\n";
  }
}
