package io.onrecord.standalone.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code onrecord replay}: the documents again, from the raw pages that are kept. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Reads kept raw pages again with this version's normalizer into a shadow topic beside live"
          + " traffic ('pages'), shows what would change ('diff'), publishes that and nothing else"
          + " ('promote'), or drops the shadow ('discard')."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ReplayPagesCommand.class,
      ReplayListCommand.class,
      DiffCommand.class,
      PromoteCommand.class,
      DiscardCommand.class
    })
final class ReplayCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name pages, list, diff, promote or discard");
  }
}
