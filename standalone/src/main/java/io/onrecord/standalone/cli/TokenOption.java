package io.onrecord.standalone.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The token that a service beyond this machine wants of those who change something. */
final class TokenOption {
  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description = "bearer token of a service elsewhere (default: $ONRECORD_INDEX_TOKEN)")
  private Optional<String> token = Optional.empty();

  Optional<String> value() {
    return token.or(() -> Optional.ofNullable(System.getenv("ONRECORD_INDEX_TOKEN")));
  }
}
