package io.onrecord.standalone.cli;

import io.onrecord.normalize.service.replay.Replays;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code onrecord discard}: drops the shadow of a replay. */
@Command(
    name = "discard",
    mixinStandardHelpOptions = true,
    description = "Drops a replay with its shadow topic. The live documents are not touched.")
final class DiscardCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "of the replay (default: ${DEFAULT-VALUE})")
  private String name = "next";

  DiscardCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    new Replays(system.core()).discard(name);
    terminal.out().printf("replay %s is dropped%n", name);
    return 0;
  }
}
