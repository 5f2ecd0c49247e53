package io.onrecord.benchmarks.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints a distribution of milliseconds. */
final class Latencies {
  private Latencies() {}

  static void print(String what, List<LiveSystem.Seen> pages) {
    print(what, pages.stream().mapToDouble(LiveSystem.Seen::millis).toArray());
  }

  static void print(String what, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-44s p50 %6.0f ms   p99 %6.0f ms   most %6.0f ms   (%d)%n",
        what,
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.99)],
        sorted[sorted.length - 1],
        sorted.length);
  }
}
