package io.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.ingest.hostileweb.HostileWeb;
import io.onrecord.ingest.hostileweb.Published;
import io.onrecord.ingest.hostileweb.Town;
import io.onrecord.ingest.hostileweb.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** How the hostile web is followed, and what must be true of it afterwards. */
final class HostileSettings {
  /** In the web's own time, as are all but the limits of a single fetch. */
  static final Duration DELAY = Duration.ofSeconds(3);

  private HostileSettings() {}

  /** A world that follows everything that a web has. */
  static IngestWorld of(IngestWorld world, Path folder, HostileWeb web) throws IOException {
    Path sources = folder.resolve("sources.txt");
    Files.writeString(sources, Town.sources(web));
    return world
        .with("ingest.sources-file", sources.toString())
        .with("ingest.allow-remote", "true")
        .with("ingest.allow", "127.2.0.0/16")
        .with("topics.max-page-bytes", "1000000")
        .with("ingest.delay", DELAY.toSeconds() + "s")
        .with("ingest.connect-timeout", "2s")
        .with("ingest.first-byte-timeout", "700ms")
        .with("ingest.total-timeout", "2s")
        .with("ingest.poll-least", "30s")
        .with("ingest.poll-first", "30s")
        .with("ingest.poll-most", "2m")
        .with("ingest.revisit-least", "1m")
        .with("ingest.revisit-first", "1m")
        .with("ingest.revisit-most", "3m")
        .with("ingest.gone-after", "3m");
  }

  /** Waits until everything that must be published is; says what is not if that never happens. */
  static void awaitAll(IngestWorld world, HostileWeb web) {
    Awaitility.await()
        .pollInterval(Duration.ofSeconds(1))
        .atMost(Duration.ofMinutes(6))
        .untilAsserted(() -> assertThat(new Published(world.events()).missing(web)).isEmpty());
  }

  static void verify(HostileWeb web, Witness witness, Published published) {
    assertThat(web.broken()).isEmpty();
    assertThat(published.missing(web)).isEmpty();
    assertThat(published.wrong(web)).isEmpty();
    assertThat(witness.ofForbiddenAddresses()).isEmpty();
    assertThat(witness.ofForbiddenPaths()).isEmpty();
    assertThat(witness.ofImpatience()).isEmpty();
    assertThat(witness.ofHaste(DELAY)).isEmpty();
  }
}
