package io.onrecord.standalone.cli;

import io.onrecord.normalize.service.replay.DiffReport;
import io.onrecord.normalize.service.replay.Gate;
import io.onrecord.normalize.service.replay.Promotion;
import io.onrecord.settings.CoreSettings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord promote}: publishes what a replay made better. */
@Command(
    name = "promote",
    mixinStandardHelpOptions = true,
    description = {
      "Publishes what a replay changed, added or found gone, and nothing else, in transactions."
          + " Killed half-way, run it again. A document of a newer page stays. It compares first and"
          + " refuses when more documents would be lost or failed than the gate allows; without"
          + " --yes it only says what it would do."
    })
final class PromoteCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "of the replay (default: ${DEFAULT-VALUE})")
  private String name = "next";

  @Option(names = "--yes", description = "publish")
  private boolean yes;

  @Option(
      names = "--max-lost",
      paramLabel = "N",
      description = "documents that may lose their text (default: ${DEFAULT-VALUE})")
  private long mostLost;

  @Option(
      names = "--max-failed",
      paramLabel = "SHARE",
      description = "share of documents that may fail, 0 to 1 (default: ${DEFAULT-VALUE})")
  private double mostFailed = Gate.DEFAULT.mostFailedShare();

  @Option(names = "--json", description = "print the counts as JSON")
  private boolean json;

  PromoteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CoreSettings core = system.core();
    Gate gate = new Gate(mostLost, mostFailed);
    if (!yes) {
      DiffReport report = Promotion.diff(core, name);
      DiffReport.Counts counts = report.counts();
      gate.refusal(report).ifPresent(why -> terminal.out().println("it would be refused: " + why));
      terminal
          .out()
          .printf(
              "%d changed and %d new documents and %d tombstones would be published; --yes does it%n",
              counts.changed(), counts.added(), counts.gone());
      return 0;
    }
    Promotion.Done done =
        Promotion.promote(
            core, name, gate, n -> terminal.progress("%d published ...".formatted(n)));
    terminal.clearProgress();
    terminal
        .out()
        .println(
            json
                ? JsonMapper.shared().writeValueAsString(done)
                : "%d documents and %d tombstones published, %d left to a newer page"
                    .formatted(done.published(), done.tombstones(), done.overtaken()));
    return 0;
  }
}
