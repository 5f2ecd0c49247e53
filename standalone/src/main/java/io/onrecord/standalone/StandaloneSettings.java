package io.onrecord.standalone;

import io.onrecord.index.IndexService;
import io.onrecord.ingest.IngestService;
import io.onrecord.normalize.service.NormalizeService;
import io.onrecord.settings.Setting;
import io.onrecord.settings.Settings;
import io.onrecord.settings.SettingsLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings that the services get in a standalone system: the user's ({@code onrecord.yaml} in
 * the working directory, the environment), what the command line says, and, last, what only this
 * process knows: where its broker is and where data lies.
 */
public final class StandaloneSettings {
  private static final Path FILE = Path.of("onrecord.yaml");

  /** One machine needs few partitions: cores share a batch, not partitions. */
  private static final Map<String, String> ONE_MACHINE =
      Map.of("topics.partitions", "3", "topics.replication", "1");

  private static final List<Setting> ALL =
      Stream.of(IngestService.settings(), NormalizeService.settings(), IndexService.settings())
          .flatMap(List::stream)
          .distinct()
          .toList();

  private StandaloneSettings() {}

  /** The user's settings; a command line's Kafka clients need them too (TLS, SASL, prefix). */
  public static Settings load(Map<String, String> flags) {
    Optional<Path> file = Files.exists(FILE) ? Optional.of(FILE) : Optional.empty();
    Settings given = new SettingsLoader(ALL).load(file, System.getenv(), flags);
    Map<String, String> missing = new LinkedHashMap<>(ONE_MACHINE);
    missing.keySet().removeIf(key -> given.under(key).containsKey(""));
    return given.with(missing);
  }

  /** The same, wired to this process. */
  static Settings wired(Settings given, DataDirectory data, Ports ports, String bootstrapServers) {
    // With any free port it is not known yet where ingest will be.
    Settings linked =
        ports.ingest() == 0 || given.under("index.ingest").containsKey("")
            ? given
            : given.with(Map.of("index.ingest", "http://127.0.0.1:" + ports.ingest()));
    return linked.with(
        Map.of(
            "kafka.bootstrap.servers", bootstrapServers,
            "instance.name", "standalone",
            "index.directory", data.index().toString(),
            "index.port", Integer.toString(ports.web()),
            "ingest.port", Integer.toString(ports.ingest()),
            "normalize.port", Integer.toString(ports.normalize())));
  }
}
