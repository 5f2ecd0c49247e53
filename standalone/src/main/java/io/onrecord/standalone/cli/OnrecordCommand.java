package io.onrecord.standalone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord}: names the commands. */
@Command(
    name = "onrecord",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    description = "Pages of interview coverage in, clean and searchable documents out.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      UpCommand.class,
      RunCommand.class,
      AddCommand.class,
      SourcesCommand.class,
      SearchCommand.class,
      StatusCommand.class,
      TailCommand.class,
      DlqCommand.class,
      ReplayCommand.class,
      DiffCommand.class,
      PromoteCommand.class,
      DiscardCommand.class,
      RebuildCommand.class,
      RollbackCommand.class,
      ExportCommand.class,
      NormalizeCommand.class,
      InspectCommand.class,
      WarmUpCommand.class
    },
    footer = {
      "",
      "'onrecord up' starts everything on this machine and prints its address.",
      "'onrecord COMMAND --help' tells about one command."
    })
final class OnrecordCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
