package io.onrecord.benchmarks.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Which threads of this JVM used the processors since it was made. */
final class Processor {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int SHOWN = 8;

  private final long begun = System.nanoTime();
  private final long usedBefore = used();
  private final Map<Long, Long> before = threads();
  private final long compiledBefore = compiled();
  private final long collectedBefore = collected();

  /** Prints it, in cores; threads whose names differ in digits only are one. */
  void print() {
    double wall = System.nanoTime() - begun;
    long all = used() - usedBefore;
    Map<String, Long> byName = new HashMap<>();
    threads()
        .forEach(
            (id, time) -> {
              ThreadInfo info = THREADS.getThreadInfo(id);
              if (info != null) {
                byName.merge(
                    info.getThreadName().replaceAll("\\d+", "#"),
                    time - before.getOrDefault(id, 0L),
                    Long::sum);
              }
            });
    long named = byName.values().stream().mapToLong(Long::longValue).sum();
    byName.put("compiler, collector, merges", all - named);
    System.out.printf(
        Locale.ROOT,
        "processors: %.2f of %d busy for this (compiling took %.2f s, collecting %.2f s); %s%n",
        all / wall,
        Runtime.getRuntime().availableProcessors(),
        (compiled() - compiledBefore) / 1e3,
        (collected() - collectedBefore) / 1e3,
        byName.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(SHOWN)
            .map(e -> String.format(Locale.ROOT, "%s %.2f", e.getKey(), e.getValue() / wall))
            .collect(Collectors.joining(", ")));
  }

  private static long compiled() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
  }

  private static long collected() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  private static long used() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Map<Long, Long> threads() {
    Map<Long, Long> times = new HashMap<>();
    for (long id : THREADS.getAllThreadIds()) {
      long time = THREADS.getThreadCpuTime(id);
      if (time >= 0) {
        times.put(id, time);
      }
    }
    return times;
  }
}
