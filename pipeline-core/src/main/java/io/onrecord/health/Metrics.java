package io.onrecord.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;

/** The numbers of a service, in Prometheus' text format 0.0.4. */
public final class Metrics {
  /** The content type of {@link #scrape()}. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /** Metrics of a service; its name is a label of every one. */
  public Metrics(String service) {
    registry.config().commonTags("service", service);
    registry.gauge(
        "jvm.memory.heap.used.bytes",
        ManagementFactory.getMemoryMXBean(),
        memory -> memory.getHeapMemoryUsage().getUsed());
    registry.gauge(
        "process.uptime.seconds",
        ManagementFactory.getRuntimeMXBean(),
        runtime -> runtime.getUptime() / 1000.0);
  }

  /** Where a service's parts count. */
  public MeterRegistry registry() {
    return registry;
  }

  /** All of them, as text. */
  public String scrape() {
    return registry.scrape();
  }
}
