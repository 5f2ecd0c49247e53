package io.onrecord.standalone.cli;

import io.onrecord.settings.CoreSettings;
import io.onrecord.standalone.Addresses;
import io.onrecord.standalone.StandaloneSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which running system a command talks to: the one on a data directory, or one elsewhere. */
final class SystemOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "data directory of a system that runs here (default: ${DEFAULT-VALUE})")
  private Path data = UpCommand.DEFAULT_DATA;

  @Option(
      names = "--api",
      paramLabel = "URL",
      description = "address of a service that runs elsewhere: http://host:port")
  private Optional<URI> api = Optional.empty();

  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "Kafka of a system that runs elsewhere")
  private Optional<String> bootstrapServer = Optional.empty();

  /** Base URL of the search API. */
  URI search() throws IOException {
    return api.isPresent() ? api.get() : URI.create(running().search());
  }

  /** Base URL of the ingest API. */
  URI ingest() throws IOException {
    return api.isPresent() ? api.get() : URI.create(running().ingest());
  }

  /** Kafka. */
  String kafka() throws IOException {
    return bootstrapServer.isPresent() ? bootstrapServer.get() : running().kafka();
  }

  /** The user's settings, for clients of that Kafka. */
  CoreSettings core() throws IOException {
    return CoreSettings.from(StandaloneSettings.load(Map.of())).at(kafka());
  }

  /** The system that runs here. */
  Addresses running() throws IOException {
    return Addresses.read(data)
        .orElseThrow(
            () ->
                new CommandFailedException(
                    "nothing runs on the data directory %s; start it with 'onrecord up --data %s', or name a system elsewhere with --api or --bootstrap-server"
                        .formatted(data, data)));
  }

  /** Whether a system elsewhere is named. */
  boolean isElsewhere() {
    return api.isPresent() || bootstrapServer.isPresent();
  }

  /** What is named elsewhere: the search API. */
  Optional<URI> api() {
    return api;
  }

  /** What is named elsewhere: Kafka. */
  Optional<String> bootstrapServer() {
    return bootstrapServer;
  }
}
