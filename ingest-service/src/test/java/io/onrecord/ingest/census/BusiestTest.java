package io.onrecord.ingest.census;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.health.Metrics;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BusiestTest {
  private final Metrics metrics = new Metrics("test");

  @Test
  void aHostIsThereUnderItsName() {
    Busiest hosts = new Busiest(metrics.registry(), "host");
    hosts.asked("a.example", false);
    hosts.asked("a.example", true);
    hosts.published("a.example");
    assertThat(metrics.scrape())
        .contains("onrecord_ingest_host_fetches{host=\"a.example\",service=\"test\"} 2.0")
        .contains("onrecord_ingest_host_failures{host=\"a.example\",service=\"test\"} 1.0")
        .contains("onrecord_ingest_host_pages{host=\"a.example\",service=\"test\"} 1.0")
        .contains("onrecord_ingest_host_fetches{host=\"other\",service=\"test\"} 0.0");
  }

  @Test
  void ofAMillionHostsOnlyTheBusiestAreShownAndNoneIsLost() {
    Busiest first = new Busiest(metrics.registry(), "host");
    for (int i = 0; i < 100_000; i++) {
      first.asked("h" + i + ".example", false);
    }
    for (int i = 0; i < 50; i++) {
      first.asked("busy.example", false);
    }
    first.show();
    List<String> lines =
        metrics.scrape().lines().filter(l -> l.startsWith("onrecord_ingest_host_fetches")).toList();
    assertThat(lines).hasSize(21).anyMatch(line -> line.contains("busy.example"));
    assertThat(lines.stream().mapToDouble(l -> Double.parseDouble(l.replaceFirst(".* ", ""))).sum())
        .isEqualTo(100_050);
  }
}
