package io.onrecord.benchmarks.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long a page takes from its fetch to being found, at a steady rate; beside the durable minimum
 * of the same run, which is one page at a time: it waits for nothing but the commits of its own.
 *
 * <p>Usage: {@code FetchToSearchable [seconds [pages a second]]}; 60 and 50 unless told otherwise,
 * {@code 10} for the short form. Batches: at most 500 pages in a transaction of normalize and 500
 * documents in a commit of the index, whatever a poll has; the producer lingers 5 ms.
 */
public final class FetchToSearchable {
  private static final int WARM_UP = 1_500;

  private FetchToSearchable() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    Path folder = Files.createTempDirectory("onrecord-latency");
    try (LiveSystem system = new LiveSystem(folder)) {
      system.load(0, Math.min(WARM_UP, seconds * 30));
      system.paced(rate, Math.min(5, seconds));
      Latencies.print(
          "one page at a time (the durable minimum)", system.single(Math.min(50, seconds * 3)));
      Latencies.print(rate + " pages/s for " + seconds + " s", system.paced(rate, seconds));
    }
  }
}
