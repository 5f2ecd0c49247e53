package io.onrecord.standalone.cli;

import io.onrecord.normalize.service.replay.ReplayState;
import io.onrecord.normalize.service.replay.Replays;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord replay list}: the replays that there are. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Prints a line for each replay: name, status, when made, normalizer, selection.")
final class ReplayListCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();

  @Option(names = "--json", description = "print each replay as a line of JSON")
  private boolean json;

  ReplayListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    for (ReplayState replay : new Replays(system.core()).list()) {
      terminal.out().println(json ? JsonMapper.shared().writeValueAsString(replay) : line(replay));
    }
    return 0;
  }

  private static String line(ReplayState replay) {
    return "%s  %s  %s  normalizer %s  %s"
        .formatted(
            replay.name(),
            replay.status().name().toLowerCase(Locale.ROOT),
            replay.made(),
            replay.normalizer(),
            replay.selection());
  }
}
