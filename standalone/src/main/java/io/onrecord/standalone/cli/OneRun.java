package io.onrecord.standalone.cli;

import io.onrecord.ingest.IngestResult;
import io.onrecord.standalone.RunSummary;
import io.onrecord.standalone.Standalone;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes inputs in and follows them to the index; a line on standard error for each one lost. */
final class OneRun {
  private final Terminal terminal;
  private final Standalone system;
  private final Duration patience;

  OneRun(Terminal terminal, Standalone system, int patienceSeconds) {
    this.terminal = terminal;
    this.system = system;
    this.patience = Duration.ofSeconds(patienceSeconds);
  }

  RunSummary of(List<String> inputs) throws IOException {
    double started = sinceCommand();
    AtomicInteger count = new AtomicInteger();
    List<IngestResult> results = system.ingest().ingest(inputs, result -> taken(result, count));
    double ingested = sinceCommand();
    List<IngestResult> kept = results.stream().filter(IngestResult::isKept).toList();
    PageWatch.Seen seen;
    try (PageWatch watch = new PageWatch(system.addresses(), patience)) {
      seen =
          watch.await(
              kept, done -> terminal.progress("indexed %,d of %,d".formatted(done, kept.size())));
    }
    double indexed = sinceCommand();
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("start", rounded(started));
    seconds.put("ingest", rounded(ingested - started));
    seconds.put("index", rounded(indexed - ingested));
    seconds.put("total", rounded(indexed));
    int published = (int) kept.stream().filter(IngestResult.Published.class::isInstance).count();
    return new RunSummary(
        kept.size(),
        count(kept, seen.found()),
        count(kept, seen.dead()),
        results.size() - kept.size(),
        published,
        kept.size() - published,
        seconds);
  }

  private void taken(IngestResult result, AtomicInteger count) {
    if (!result.isKept()) {
      terminal.err().println(result.message());
    }
    terminal.progress("taken in %,d".formatted(count.incrementAndGet()));
  }

  private static int count(List<IngestResult> kept, Set<String> ids) {
    return (int) kept.stream().filter(result -> ids.contains(id(result))).count();
  }

  private static String id(IngestResult result) {
    return switch (result) {
      case IngestResult.Published published -> published.id();
      case IngestResult.Unchanged unchanged -> unchanged.id();
      case IngestResult.Followed followed -> "";
      case IngestResult.Refused refused -> "";
      case IngestResult.Failed failed -> "";
    };
  }

  private static double sinceCommand() {
    return (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime())
        / 1000.0;
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 100) / 100.0;
  }
}
