package io.onrecord.standalone.cli;

import io.onrecord.normalize.service.replay.DiffReport;
import io.onrecord.normalize.service.replay.Promotion;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord diff}: what a replay would change. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Compares a finished replay with the live documents: how many are the same, changed, new,"
          + " gone, lost or failed, how alike the changed texts are, and the ten least alike side by"
          + " side. The web page shows it at /replays."
    })
final class DiffCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "of the replay (default: ${DEFAULT-VALUE})")
  private String name = "next";

  @Option(names = "--json", description = "print the report as JSON")
  private boolean json;

  DiffCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    terminal.progress("comparing ...");
    DiffReport report = Promotion.diff(system.core(), name);
    terminal.clearProgress();
    if (json) {
      terminal.out().println(JsonMapper.shared().writeValueAsString(report));
    } else {
      new DiffView(terminal).print(report);
    }
    return 0;
  }
}
