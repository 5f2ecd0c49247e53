package io.onrecord.benchmarks.ingest;

import io.onrecord.ingest.IngestService;
import io.onrecord.settings.Settings;
import io.onrecord.standalone.EmbeddedKafka;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many pages a second ingestion finds, fetches and commits: 500 hosts on loopback without
 * delay, beside a bare {@link HttpClient} that fetches the same pages in the same run and keeps
 * nothing; and 200 hosts with a second between two requests, beside the most that this allows.
 * Before that both fetch 60,000 other pages, so that both are compiled: this is what a service does
 * that has run for some minutes.
 *
 * <p>Usage: {@code FollowThroughput [pages a host] [bytes a page] [fast]}; 20 and 16,000 unless
 * told otherwise, and only the first half with a third argument. Server, broker and both clients
 * share this machine.
 */
public final class FollowThroughput {
  private static final int HOSTS = 500;
  private static final int WARM_PAGES = 120;
  private static final int POLITE_HOSTS = 200;
  private static final int POLITE_SECONDS = 60;
  private static final Pattern COMMITTED =
      Pattern.compile("(?m)^onrecord_ingest_followed_pages_total(?:\\{[^}]*})? (\\S+)");

  private static final Pattern COMMITS =
      Pattern.compile("(?m)^onrecord_ingest_commit_seconds_count(?:\\{[^}]*})? (\\S+)");

  private FollowThroughput() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    int pages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
    int bytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16_000;
    System.setProperty("logback.configurationFile", "io/onrecord/standalone/logback.xml");
    Path folder = Files.createTempDirectory("onrecord-benchmark");
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
      try (LoopbackHosts warm = new LoopbackHosts(WARM_PAGES, bytes)) {
        bare(warm, HOSTS, WARM_PAGES);
        follow(kafka, folder, "warm", warm, HOSTS, HOSTS * WARM_PAGES, "0s");
      }
      try (LoopbackHosts web = new LoopbackHosts(pages, bytes)) {
        long cpu = cpu();
        double bare = HOSTS * pages / bare(web, HOSTS, pages);
        double bareCpu = cpu() - cpu;
        cpu = cpu();
        double followed =
            HOSTS * pages / follow(kafka, folder, "fast", web, HOSTS, HOSTS * pages, "0s");
        double followedCpu = cpu() - cpu;
        System.out.printf(
            Locale.ROOT,
            "%d hosts without delay, %d pages of %d bytes: bare HttpClient %.0f pages/s, found,"
                + " fetched and committed %.0f pages/s, ratio %.2f; CPU a page %.0f and %.0f us,"
                + " server and broker included%n",
            HOSTS,
            HOSTS * pages,
            bytes,
            bare,
            followed,
            followed / bare,
            bareCpu / 1e3 / (HOSTS * pages),
            followedCpu / 1e3 / (HOSTS * pages));
      }
      if (arguments.length > 2) {
        return;
      }
      try (LoopbackHosts web = new LoopbackHosts(POLITE_SECONDS, bytes)) {
        int all = POLITE_HOSTS * POLITE_SECONDS;
        double seconds = follow(kafka, folder, "polite", web, POLITE_HOSTS, all, "1s");
        // Beside its pages each host is asked for robots.txt and the feed, a second apart.
        double most = (double) all / (POLITE_SECONDS + 1);
        System.out.printf(
            Locale.ROOT,
            "%d hosts a second apart: %.1f pages/s, at most %.1f, ratio %.3f%n",
            POLITE_HOSTS,
            all / seconds,
            most,
            all / seconds / most);
      }
    }
  }

  private static double value(Pattern metric, String text) {
    Matcher found = metric.matcher(text);
    return found.find() ? Double.parseDouble(found.group(1)) : 0;
  }

  /** Nanoseconds of CPU that this process has used. */
  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  /** Seconds for all pages, each host's one after the other. */
  private static double bare(LoopbackHosts web, int hosts, int pages) throws Exception {
    long begun = System.nanoTime();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService threads = Executors.newFixedThreadPool(32)) {
      List<Future<Long>> all =
          IntStream.range(0, hosts)
              .mapToObj(host -> threads.submit(() -> fetch(client, web, host, pages)))
              .toList();
      for (Future<Long> one : all) {
        one.get();
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static long fetch(HttpClient client, LoopbackHosts web, int host, int pages)
      throws IOException, InterruptedException {
    long bytes = 0;
    for (int i = 0; i < pages; i++) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(web.url(host, "/talk/" + i))).build();
      bytes += client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body().length;
    }
    return bytes;
  }

  /** Seconds from the first request for a feed until every page is committed. */
  private static double follow(
      EmbeddedKafka kafka,
      Path folder,
      String name,
      LoopbackHosts web,
      int hosts,
      int pages,
      String delay)
      throws Exception {
    Path sources = folder.resolve(name + ".txt");
    Files.writeString(
        sources,
        IntStream.range(0, hosts)
            .mapToObj(i -> web.url(i, "/feed"))
            .collect(Collectors.joining("\n")));
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    settings.put("topics.prefix", "benchmark-" + name);
    settings.put("topics.replication", "1");
    settings.put("instance.name", name);
    settings.put("ingest.port", "0");
    settings.put("ingest.delay", delay);
    settings.put("ingest.sources-file", sources.toString());
    try (IngestService service =
            IngestService.start(Settings.defaults().with(settings), Throwable::printStackTrace);
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest metrics =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/metrics"))
              .build();
      long begun = 0;
      while (true) {
        if (begun == 0 && web.firstFeed.get() != 0) {
          begun = web.firstFeed.getAndSet(0);
        }
        String text = client.send(metrics, HttpResponse.BodyHandlers.ofString()).body();
        double committed = value(COMMITTED, text);
        if (committed >= pages) {
          System.out.printf(
              Locale.ROOT,
              "%s: %.0f pages in %.0f commits%n",
              name,
              committed,
              value(COMMITS, text));
          return (System.nanoTime() - begun) / 1e9;
        }
        // To look costs something too.
        LockSupport.parkNanos(committed < pages * .9 ? 1_000_000_000 : 100_000_000);
      }
    }
  }
}
