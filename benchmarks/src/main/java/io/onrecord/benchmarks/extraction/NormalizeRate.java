package io.onrecord.benchmarks.extraction;

import io.onrecord.normalize.Normalizer;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jsoup.Jsoup;

/**
 * Pages a second in one thread: the whole normalizer beside jsoup's parser alone, turn by turn on
 * the same pages; then the normalizer in two threads at once. Rates are of the threads' processor
 * time, so that neighbours on the machine do not count; what two threads cost each other (locks,
 * memory) does, as time and as milliseconds blocked.
 *
 * <p>Arguments: the folder of sets, and optionally how many turns.
 */
public final class NormalizeRate {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Normalizer normalizer = new Normalizer();
  private final List<GoldPage> pages;
  private final List<byte[]> bodies = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  private NormalizeRate(GoldSet set) {
    pages = set.pages();
    for (GoldPage page : pages) {
      byte[] body = GoldSet.read(page);
      bodies.add(body);
      texts.add(new String(body, StandardCharsets.UTF_8));
    }
  }

  /** Prints the rates and their ratios for each turn. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    GoldSet set =
        GoldSet.all(Path.of(arguments[0])).stream()
            .filter(s -> s.name().equals("scrapinghub"))
            .findFirst()
            .orElseThrow();
    THREADS.setThreadContentionMonitoringEnabled(true);
    NormalizeRate rate = new NormalizeRate(set);
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      for (int turn = 0; turn < turns; turn++) {
        Cost parse = two.submit(() -> cost(rate::parse)).get();
        Cost whole = two.submit(() -> cost(rate::normalize)).get();
        List<Callable<Cost>> both =
            List.of(() -> cost(rate::normalize), () -> cost(rate::normalize));
        double together = 0;
        long blocked = 0;
        for (Future<Cost> one : two.invokeAll(both)) {
          together += rate.perSecond(one.get());
          blocked += one.get().blockedMillis();
        }
        double alone = rate.perSecond(whole);
        out.printf(
            Locale.ROOT,
            "turn %2d  parse %5.0f/s  normalize %5.0f/s  ratio %.2f  two threads %5.0f/s, %.2f of"
                + " one, %d ms blocked%n",
            turn,
            rate.perSecond(parse),
            alone,
            alone / rate.perSecond(parse),
            together,
            together / alone,
            blocked);
      }
    }
  }

  /** What a thread spent. */
  private record Cost(long processorNanos, long blockedMillis, int seen) {}

  private interface Pass {
    int run();
  }

  private static Cost cost(Pass pass) {
    long self = Thread.currentThread().threadId();
    long start = THREADS.getCurrentThreadCpuTime();
    long blocked = THREADS.getThreadInfo(self).getBlockedTime();
    int seen = pass.run();
    return new Cost(
        THREADS.getCurrentThreadCpuTime() - start,
        THREADS.getThreadInfo(self).getBlockedTime() - blocked,
        seen);
  }

  private double perSecond(Cost cost) {
    double nanos = cost.processorNanos() + cost.blockedMillis() * 1e6;
    return pages.size() * 1e9 / nanos;
  }

  private int parse() {
    int seen = 0;
    for (int p = 0; p < pages.size(); p++) {
      seen += Jsoup.parse(texts.get(p), pages.get(p).url()).childNodeSize();
    }
    return seen;
  }

  private int normalize() {
    int seen = 0;
    for (int p = 0; p < pages.size(); p++) {
      seen += ExtractionScore.normalize(normalizer, pages.get(p), bodies.get(p)).blocks().size();
    }
    return seen;
  }
}
