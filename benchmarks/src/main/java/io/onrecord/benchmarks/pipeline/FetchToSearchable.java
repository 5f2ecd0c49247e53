package io.onrecord.benchmarks.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How long a page takes from its fetch to being found, at a steady rate, and where it is meanwhile;
 * beside the durable minimum of the same run, which is one page at a time: it waits for nothing but
 * the commits of its own.
 *
 * <p>Usage: {@code FetchToSearchable [seconds [pages a second [seconds of warm-up]]]}; 60, 50 and
 * 60 unless told otherwise, {@code 10 50 10} for the short form. The warm-up counts for nothing,
 * since a JVM that has just started compiles: as many pages as come in its time, once as fast as
 * they go and once at the rate. Batches: at most 500 pages in a transaction of normalize and 500
 * documents in a commit of the index, whatever a poll has; the fetcher's producer lingers 5 ms,
 * transactions are sent when they are committed.
 */
public final class FetchToSearchable {
  private FetchToSearchable() {}

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 50;
    int warmUp = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 60;
    Path folder = Files.createTempDirectory("onrecord-latency");
    try (LiveSystem system = new LiveSystem(folder);
        Hops hops = new Hops(system.core())) {
      system.load(warmUp * rate, LiveSystem::page);
      Latencies.print("warm-up", system.paced(rate, warmUp));
      Processor processor = new Processor();
      List<LiveSystem.Seen> paced = system.paced(rate, seconds);
      Latencies.print(rate + " pages/s for " + seconds + " s", paced);
      hops.print(paced);
      processor.print();
      List<LiveSystem.Seen> single = system.single(Math.min(100, seconds * 3));
      Latencies.print("one page at a time (the durable minimum)", single);
      hops.print(single);
    }
  }
}
