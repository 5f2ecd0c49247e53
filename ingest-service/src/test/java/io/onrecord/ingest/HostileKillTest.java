package io.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.ingest.hostileweb.FastClock;
import io.onrecord.ingest.hostileweb.HostileWeb;
import io.onrecord.ingest.hostileweb.Published;
import io.onrecord.ingest.hostileweb.Town;
import io.onrecord.ingest.hostileweb.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances follow the hostile web and are killed with SIGKILL at random moments: in the end
 * everything is as if nobody had been.
 */
@Tag("proof")
final class HostileKillTest {
  private static final boolean FULL = System.getProperty("onrecord.proofs", "short").equals("full");
  private static final int KILLS = FULL ? 20 : 4;
  private static final int HOSTS = FULL ? 200 : 40;
  private static final int TIMES = 15;

  /** Longer than a killed instance's hosts take to move. */
  private static final Duration BETWEEN = Duration.ofSeconds(9);

  @TempDir Path folder;

  @Test
  void killedAtRandomMomentsTwoInstancesPublishEveryRevisionOnce() throws Exception {
    long seed = ThreadLocalRandom.current().nextLong();
    Random random = new Random(seed);
    FastClock clock = new FastClock(Instant.now(), TIMES);
    Duration lasting = BETWEEN.multipliedBy((long) KILLS * TIMES);
    List<String> kills = new ArrayList<>();
    List<Long> moments = new ArrayList<>();
    Process[] instances = new Process[2];
    try (HostileWeb web = Town.build(clock, HOSTS, lasting);
        IngestWorld world = HostileSettings.of(new IngestWorld(), folder, web)) {
      try {
        for (int i = 0; i < instances.length; i++) {
          instances[i] = start(world, clock, i);
        }
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> web.log().size() > HOSTS);
        clock.begin();
        for (int i = 0; i < KILLS; i++) {
          int victim = random.nextInt(instances.length);
          Thread.sleep(random.nextLong(BETWEEN.toMillis() * 2)); // the moment is what is random
          assertThat(instances[victim].isAlive()).as("ended by itself: " + victim).isTrue();
          instances[victim].destroyForcibly().waitFor();
          moments.add(System.nanoTime());
          kills.add(victim + " at " + clock.passed().toSeconds() + " s");
          instances[victim] = start(world, clock, victim);
        }
        Awaitility.await()
            .atMost(clock.real(lasting).plusMinutes(1))
            .until(() -> clock.passed().compareTo(lasting) > 0);
        HostileSettings.awaitAll(world, web);
      } finally {
        for (Process instance : instances) {
          if (instance != null) {
            instance.destroyForcibly().waitFor();
          }
        }
      }
      Witness witness = new Witness(web, clock, moments);
      Published published = new Published(world.events());
      System.out.printf(
          "%d hosts, %s of their time, seed %d, killed %s: %d requests, %d page events,"
              + " asked to wait in the moment of a kill and not heard: %s%n%s%n",
          web.sites().size(),
          clock.passed(),
          seed,
          kills,
          web.log().size(),
          published.size(),
          witness.ofUnheard(),
          witness.counts());
      HostileSettings.verify(web, witness, published);
    }
  }

  private Process start(IngestWorld world, FastClock clock, int number) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(HostileIngestProcess.class.getName());
    command.add(clock.from().toString());
    command.add(Integer.toString(clock.times()));
    world.with("instance.name", "instance-" + number);
    world.settings().forEach((key, value) -> command.add(key + "=" + value));
    Path log = folder.resolve("instance-" + number + ".log");
    if (!Files.exists(log)) {
      Files.createFile(log);
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }
}
