package io.onrecord.standalone.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The token that an ingest service beyond this machine wants of those who change something. */
final class IngestTokenOption {
  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "bearer token of a service elsewhere (default: $ONRECORD_INGEST_TOKEN)")
  private Optional<String> token = Optional.empty();

  Optional<String> value() {
    return token.or(() -> Optional.ofNullable(System.getenv("ONRECORD_INGEST_TOKEN")));
  }
}
