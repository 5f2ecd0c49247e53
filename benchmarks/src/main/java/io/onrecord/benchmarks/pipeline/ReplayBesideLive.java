package io.onrecord.benchmarks.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.onrecord.event.PageFetched;
import io.onrecord.event.Sha256;
import io.onrecord.loop.KafkaClients;
import io.onrecord.loop.TopicScan;
import io.onrecord.normalize.Normalizer;
import io.onrecord.normalize.RawPage;
import io.onrecord.normalize.service.replay.DiffReport;
import io.onrecord.normalize.service.replay.Gate;
import io.onrecord.normalize.service.replay.Promotion;
import io.onrecord.normalize.service.replay.Replay;
import io.onrecord.normalize.service.replay.Selection;
import io.onrecord.settings.CoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How fast all pages are read again beside live traffic, against the bare normalizer of the same
 * run; what that costs live pages; how long a comparison and a promotion take; and whether two
 * replays give the same bytes.
 *
 * <p>Usage: {@code ReplayBesideLive [pages [live pages a second]]}; 50,000 and 20 unless told
 * otherwise, {@code 2000} for the short form. The pages that are replayed have 2 to 9 questions and
 * answers, the live ones 10 to 39.
 */
public final class ReplayBesideLive {
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final int QUIET_SECONDS = 20;

  private final LiveSystem system;
  private final CoreSettings core;
  private final int pages;

  private ReplayBesideLive(LiveSystem system, int pages) {
    this.system = system;
    this.core = system.core();
    this.pages = pages;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    int pages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
    int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    Path folder = Files.createTempDirectory("onrecord-replay");
    try (LiveSystem system = new LiveSystem(folder)) {
      new ReplayBesideLive(system, pages).run(rate);
    }
  }

  private void run(int rate) throws Exception {
    System.out.printf("%d pages, %d live pages/s, %d cores%n", pages, rate, CORES);
    system.load(pages, LiveSystem::shortPage);
    int changed = readOtherwise();
    double alone = replay("one");
    bare();
    double bare = bare();
    row("replay alone (the JVM warms up)", alone, bare);
    Latencies.print("live without a replay", system.paced(rate, QUIET_SECONDS));
    CompletableFuture<Double> replaying = CompletableFuture.supplyAsync(() -> replay("two"));
    List<LiveSystem.Seen> live = new ArrayList<>();
    Processor processor = new Processor();
    while (!replaying.isDone()) {
      live.addAll(system.paced(rate, 2));
    }
    processor.print();
    Latencies.print("live beside the replay", live);
    row("replay beside live pages", replaying.join(), bare);
    long begun = System.nanoTime();
    DiffReport report = Promotion.diff(core, "two");
    System.out.printf(Locale.ROOT, "diff %.1f s: %s%n", seconds(begun), report.counts());
    begun = System.nanoTime();
    Promotion.Done done = Promotion.promote(core, "two", Gate.DEFAULT, n -> {});
    System.out.printf(
        Locale.ROOT, "promote %.1f s: %s of %d that differ%n", seconds(begun), done, changed);
    Map<String, String> one = shadow("one");
    Map<String, String> two = shadow("two");
    two.keySet().retainAll(one.keySet()); // the second met the live pages of meanwhile too
    System.out.printf("the same bytes from both: %s (%d documents)%n", one.equals(two), one.size());
  }

  private static void row(String what, double rate, double bare) {
    System.out.printf(
        Locale.ROOT,
        "%-32s %6.0f pages/s, bare normalizer %6.0f: %.2f%n",
        what,
        rate,
        bare,
        rate / bare);
  }

  /** Pages a second; live pages that were there when it began are replayed too. */
  private double replay(String name) {
    long begun = System.nanoTime();
    long[] pages = {0};
    Replay.run(core, name, Selection.ALL, new Replay.Pace(CORES, 0), (read, all) -> pages[0] = all);
    return pages[0] / seconds(begun);
  }

  /** Every tenth live document becomes what an older normalizer might have made of its page. */
  private int readOtherwise() {
    List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    int[] met = {0};
    try (TopicScan scan = TopicScan.committed(core)) {
      scan.readAll(
          core.topics().names().documents(),
          record -> {
            if (met[0]++ % 10 == 0) {
              String json = new String(record.value(), UTF_8);
              byte[] other = json.replace("\"title\":\"", "\"title\":\"Old: ").getBytes(UTF_8);
              records.add(
                  new ProducerRecord<>(
                      record.topic(), null, record.key(), other, record.headers()));
            }
          });
    }
    try (Producer<byte[], byte[]> producer = KafkaClients.producer(core)) {
      records.forEach(producer::send);
    }
    return records.size();
  }

  private Map<String, String> shadow(String name) {
    Map<String, String> values = new TreeMap<>();
    try (TopicScan scan = TopicScan.committed(core)) {
      scan.readAll(
          core.topics().names().shadow(name),
          record -> values.put(new String(record.key(), UTF_8), Sha256.hex(record.value())));
    }
    return values;
  }

  /** The normalizer alone, on all cores, on a part of the same pages. */
  private double bare() throws Exception {
    Normalizer normalizer = new Normalizer();
    int some = Math.min(pages, 3_000);
    List<PageFetched> bodies = new ArrayList<>();
    for (int i = 0; i < some; i++) {
      bodies.add(LiveSystem.shortPage(i));
    }
    long begun = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(CORES)) {
      List<Future<?>> all = new ArrayList<>();
      for (PageFetched page : bodies) {
        all.add(
            threads.submit(
                () ->
                    normalizer.normalize(
                        RawPage.of(page.url(), page.contentType(), page.time(), page.body()))));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    return some / seconds(begun);
  }

  private static double seconds(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }
}
