package io.onrecord.standalone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord inspect}: shows why a page is read the way it is. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Explains a decision about a page; nothing is published.",
    synopsisSubcommandLabel = "(charset | repair | page | url | feed | fetch)",
    subcommands = {
      InspectCharsetCommand.class,
      InspectRepairCommand.class,
      InspectPageCommand.class,
      InspectUrlCommand.class,
      InspectFeedCommand.class,
      InspectFetchCommand.class
    })
final class InspectCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to inspect");
  }
}
