package io.onrecord.standalone.cli;

import io.onrecord.loop.deadletter.DeadLetterBox;
import io.onrecord.loop.deadletter.DeadLetterFilter;
import io.onrecord.settings.CoreSettings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onrecord dlq purge}: gives dead letters up. */
@Command(
    name = "purge",
    mixinStandardHelpOptions = true,
    description = {
      "Closes dead letters without putting them back, and frees the space of those that no open"
          + " letter lies before. The pages themselves stay in the pages topic. Name a condition,"
          + " or --all; --yes does it, otherwise it only says how many are meant."
    })
final class DlqPurgeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();
  @Mixin private LetterOptions letters = new LetterOptions();

  @Option(names = "--all", description = "every open letter")
  private boolean all;

  @Option(names = "--yes", description = "do it")
  private boolean yes;

  DlqPurgeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (letters.areEmpty() && !all) {
      throw new CommandFailedException("name a condition, or --all for every open letter");
    }
    CoreSettings core = system.core();
    DeadLetterBox box = new DeadLetterBox(core);
    DeadLetterFilter filter = letters.filter(core.topics().names());
    if (yes) {
      terminal.out().printf("%d given up%n", box.purge(filter));
      return 0;
    }
    terminal.out().printf("%d would be given up; --yes does it%n", box.list(filter).size());
    return 0;
  }
}
