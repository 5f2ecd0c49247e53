package io.onrecord.benchmarks.ingest;

import io.onrecord.event.Sha256;
import io.onrecord.ingest.fetch.Validators;
import io.onrecord.ingest.frontier.FetchRequest;
import io.onrecord.ingest.frontier.FetchRole;
import io.onrecord.ingest.frontier.FetchState;
import io.onrecord.ingest.frontier.Frontier;
import io.onrecord.ingest.frontier.KnownPages;
import io.onrecord.ingest.frontier.Plan;
import io.onrecord.ingest.politeness.HostPaces;
import io.onrecord.ingest.url.CanonicalUrl;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How much heap known addresses take, each with the state of a fetched page (hash, ETag,
 * Last-Modified, plan) and its place among what is due. Run it with {@code -Xmx1g}: it ends with an
 * error if they do not fit.
 *
 * <p>Usage: {@code KnownUrlsMemory [urls] [hosts]}; 1,000,000 on 1,000 hosts unless told otherwise.
 */
public final class KnownUrlsMemory {
  private KnownUrlsMemory() {}

  /** Measures and prints. */
  public static void main(String[] arguments) {
    int urls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int hosts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
    long before = used();
    KnownPages known = new KnownPages();
    Frontier frontier =
        new Frontier(Clock.systemUTC(), new HostPaces(Clock.systemUTC(), Duration.ofSeconds(1)));
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    long begun = System.nanoTime();
    for (int i = 0; i < urls; i++) {
      String url =
          "https://news-%d.example/2026/01/%02d/a-long-talk-about-looms-and-weavers-%d.html"
              .formatted(i % hosts, i % 28 + 1, i);
      Plan plan =
          Plan.now(
              new FetchRequest(url, FetchRole.PAGE, "source " + i % hosts, 0, Optional.empty()),
              now.plusSeconds(i));
      FetchState state =
          FetchState.seen(
                  200,
                  Sha256.labelled(url.getBytes(StandardCharsets.UTF_8)),
                  new Validators(
                      Optional.of("\"%032x\"".formatted(i)),
                      Optional.of("Thu, 01 Jan 2026 00:00:00 GMT")),
                  now)
              .with(Optional.of(plan));
      known.put(url, state, i % 6, i);
      frontier.offer(new CanonicalUrl(url).host(), url, plan.next().toEpochMilli());
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    long after = used();
    System.out.printf(
        Locale.ROOT,
        "%,d known URLs on %,d hosts, all due some time: %.0f MB of heap, %.0f bytes each (most"
            + " %.0f MB); filled in %.1f s%n",
        known.size(),
        frontier.hosts(),
        (after - before) / 1e6,
        (double) (after - before) / urls,
        Runtime.getRuntime().maxMemory() / 1e6,
        seconds);
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
