package io.onrecord.standalone.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code onrecord rollback}: the index that was live before the last rebuild. */
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = {
      "Brings the previous index up to date from the documents topic and puts it back in the place"
          + " of the live one, in one step. Another rollback undoes this one."
    })
final class RollbackCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();
  @Mixin private TokenOption token = new TokenOption();

  @Option(
      names = "--sink",
      paramLabel = "NAME",
      description = "'index' (Lucene) or 'opensearch', where both are kept")
  private String sink = "";

  @Option(names = "--json", description = "print the outcome as JSON")
  private boolean json;

  RollbackCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    try (Api api = new Api(system.search(), token.value())) {
      return new IndexWork(terminal, api, sink).run("rollback", json);
    }
  }
}
