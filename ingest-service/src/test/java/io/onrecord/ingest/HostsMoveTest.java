package io.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.loop.KafkaClients;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host moves to another instance in the middle of its answer. */
final class HostsMoveTest {
  /** So many that every partition has some of each. */
  private static final int HOSTS = 12;

  @TempDir Path folder;

  @Test
  void aHostThatAsksToBeLeftAloneWhileItMovesIsLeftAlone() throws Exception {
    AtomicBoolean busy = new AtomicBoolean();
    Set<Integer> waiting = ConcurrentHashMap.newKeySet();
    CountDownLatch answers = new CountDownLatch(1);
    String feed = VirtualWeb.feed(List.of());
    try (VirtualWeb web = new VirtualWeb();
        IngestWorld world = new IngestWorld()) {
      for (int i = 1; i <= HOSTS; i++) {
        int host = i;
        web.on(
            i,
            "/feed",
            exchange -> {
              if (busy.get()) {
                waiting.add(host);
                await(answers);
                exchange.getResponseHeaders().set("Retry-After", "60");
              }
              VirtualWeb.answer(exchange, busy.get() ? 429 : 200, "text/xml", feed);
            });
        web.on(HOSTS + i, "/feed", "text/xml", feed);
      }
      world
          .with("ingest.sources-file", sources(web).toString())
          .with("ingest.first-byte-timeout", "30s")
          .with("ingest.total-timeout", "30s");
      world.start();
      await().until(() -> each(web, 1, 1) && each(web, HOSTS + 1, 1));
      busy.set(true);
      List<Long> before = counts(web, 1);
      await().until(() -> waiting.size() == HOSTS);

      IngestService two = world.with("instance.name", "two").start();
      try (Admin admin = KafkaClients.admin(world.core())) {
        await().until(() -> members(admin, world) == 2);
      }
      answers.countDown();
      await().until(() -> metric(world, two, "ingest_frontier_partitions") > 0);
      await().until(() -> metric(world, two, "ingest_frontier_hosts") > 0);

      List<Long> calm = counts(web, HOSTS + 1);
      await().until(() -> grown(calm, counts(web, HOSTS + 1), 3));
      List<Long> after = counts(web, 1);
      for (int i = 0; i < HOSTS; i++) {
        assertThat(after.get(i) - before.get(i))
            .as("asked since: host " + i)
            .isLessThanOrEqualTo(1);
      }
      assertThat(after).isNotEqualTo(before);
      assertThat(world.fatal).isEmpty();
    }
  }

  private Path sources(VirtualWeb web) throws Exception {
    return Files.writeString(
        folder.resolve("sources.txt"),
        IntStream.rangeClosed(1, 2 * HOSTS)
            .mapToObj(i -> web.url(i, "/feed"))
            .collect(Collectors.joining("\n")));
  }

  private static List<Long> counts(VirtualWeb web, int from) {
    return IntStream.range(from, from + HOSTS).mapToObj(i -> web.count(i, "/feed")).toList();
  }

  private static boolean each(VirtualWeb web, int from, int times) {
    return counts(web, from).stream().allMatch(count -> count >= times);
  }

  private static boolean grown(List<Long> before, List<Long> now, int by) {
    return IntStream.range(0, HOSTS).allMatch(i -> now.get(i) >= before.get(i) + by);
  }

  private static int members(Admin admin, IngestWorld world) throws Exception {
    String group = world.core().topics().names().prefix() + ".ingest";
    return admin
        .describeConsumerGroups(List.of(group))
        .describedGroups()
        .get(group)
        .get()
        .members()
        .size();
  }

  private static double metric(IngestWorld world, IngestService of, String name) throws Exception {
    return world
        .send(of, "/metrics", HttpRequest.newBuilder())
        .body()
        .lines()
        .filter(line -> line.startsWith("onrecord_" + name))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }
}
