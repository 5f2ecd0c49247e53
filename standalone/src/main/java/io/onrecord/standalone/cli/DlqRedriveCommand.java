package io.onrecord.standalone.cli;

import io.onrecord.loop.deadletter.DeadLetterBox;
import io.onrecord.loop.deadletter.Redriven;
import io.onrecord.settings.CoreSettings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord dlq redrive}: puts dead letters back where they came from. */
@Command(
    name = "redrive",
    mixinStandardHelpOptions = true,
    description = {
      "Puts dead letters back into the topic that they came from, each with its number of attempts,"
          + " in transactions: killed at any moment and run again, no letter is put back twice. A"
          + " letter whose page has been seen again since is closed instead. Without a condition"
          + " all are meant."
    })
final class DlqRedriveCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();
  @Mixin private LetterOptions letters = new LetterOptions();

  @Option(names = "--json", description = "print the counts as JSON")
  private boolean json;

  DlqRedriveCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CoreSettings core = system.core();
    terminal.progress("putting dead letters back ...");
    Redriven done = new DeadLetterBox(core).redrive(letters.filter(core.topics().names()));
    terminal.clearProgress();
    terminal
        .out()
        .println(
            json
                ? JsonMapper.shared().writeValueAsString(done)
                : "%d put back, %d closed because a newer record has their key%s"
                    .formatted(
                        done.redriven(),
                        done.superseded(),
                        done.homeless() == 0
                            ? ""
                            : ", %d left that do not say where they came from"
                                .formatted(done.homeless())));
    return done.homeless() == 0 ? 0 : CommandLineRunner.FAILED;
  }
}
