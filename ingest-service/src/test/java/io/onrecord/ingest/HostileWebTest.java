package io.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.ingest.hostileweb.FastClock;
import io.onrecord.ingest.hostileweb.HostileDns;
import io.onrecord.ingest.hostileweb.HostileWeb;
import io.onrecord.ingest.hostileweb.Published;
import io.onrecord.ingest.hostileweb.Town;
import io.onrecord.ingest.hostileweb.Witness;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A web of hosts that misbehave in every way we know, followed for an hour of its time: every page
 * that may be published is, once a revision; nothing is asked that may not be; nothing hangs.
 */
final class HostileWebTest {
  @TempDir Path folder;

  @Test
  void someMinutesOfAHostileWeb() throws Exception {
    follow(16, 60, Duration.ofMinutes(6), List.of("one"));
  }

  @Test
  @Tag("proof")
  void anHourOfAHostileWebWithTwoInstances() throws Exception {
    follow(240, 15, Duration.ofMinutes(60), List.of("one", "two"));
  }

  private void follow(int hosts, int times, Duration lasting, List<String> instances)
      throws Exception {
    FastClock clock = new FastClock(Instant.now(), times);
    List<Long> heap = new ArrayList<>();
    try (HostileWeb web = Town.build(clock, hosts, lasting);
        IngestWorld world = HostileSettings.of(new IngestWorld(), folder, web)) {
      for (String instance : instances) {
        world.awaitReady(world.with("instance.name", instance).start(new HostileDns(), clock));
      }
      clock.begin();
      while (clock.passed().compareTo(lasting) < 0) {
        Awaitility.await()
            .pollDelay(clock.real(lasting.dividedBy(10)))
            .atMost(Duration.ofMinutes(10))
            .until(() -> true);
        heap.add(heap());
      }
      HostileSettings.awaitAll(world, web);
      Witness witness = new Witness(web, clock);
      Published published = new Published(world.events());
      System.out.printf(
          "%d hosts, %s of their time: %d requests, %d page events, MB after gc %s%n%s%n",
          web.sites().size(),
          clock.passed(),
          web.log().size(),
          published.size(),
          heap,
          witness.counts());
      HostileSettings.verify(web, witness, published);
      assertThat(heap.getLast()).as("MB of heap: %s", heap).isLessThan(heap.get(2) + 30);
      assertThat(world.fatal).isEmpty();
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }
}
