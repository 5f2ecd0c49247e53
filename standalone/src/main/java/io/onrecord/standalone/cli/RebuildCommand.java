package io.onrecord.standalone.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord rebuild index}: a new index beside the live one. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Builds a new index from the documents topic beside the live one, checks it against the topic"
          + " document by document, and swaps in one step. Searches answer from a whole index all"
          + " the time. The previous index is kept; 'rollback' brings it back."
    })
final class RebuildCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();
  @Mixin private TokenOption token = new TokenOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "index", description = "what to rebuild")
  private String what = "";

  @Option(
      names = "--sink",
      paramLabel = "NAME",
      description = "'index' (Lucene) or 'opensearch', where both are kept")
  private String sink = "";

  @Option(names = "--json", description = "print the outcome as JSON")
  private boolean json;

  RebuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!what.equals("index")) {
      throw new ParameterException(spec.commandLine(), "say 'rebuild index'");
    }
    try (Api api = new Api(system.search(), token.value())) {
      return new IndexWork(terminal, api, sink).run("rebuild", json);
    }
  }
}
