package io.onrecord.standalone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord dlq}: the dead letters of a running system. */
@Command(
    name = "dlq",
    mixinStandardHelpOptions = true,
    description = {
      "Lists records that a service could not read, shows one with its reason, puts them back where"
          + " they came from, or gives them up."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DlqListCommand.class,
      DlqShowCommand.class,
      DlqRedriveCommand.class,
      DlqPurgeCommand.class
    })
final class DlqCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name list, show, redrive or purge");
  }
}
