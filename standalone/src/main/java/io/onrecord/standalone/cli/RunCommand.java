package io.onrecord.standalone.cli;

import io.onrecord.standalone.LogFile;
import io.onrecord.standalone.Ports;
import io.onrecord.standalone.RunSummary;
import io.onrecord.standalone.Standalone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord run --once}: start, take inputs in, wait until they can be found, end. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Starts everything, takes the inputs in, waits until each can be found, prints a summary and"
          + " ends. Exit status 0 only if nothing was lost; the data is kept for the next run."
    })
final class RunCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "INPUT", arity = "1..*", description = "files, folders and URLs")
  private List<String> inputs = List.of();

  @Option(names = "--once", required = true, description = "end when all is done ('up' stays)")
  private boolean once;

  @Option(names = "--json", description = "print the summary as JSON")
  private boolean json;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where everything is kept (default: ${DEFAULT-VALUE})")
  private Path data = UpCommand.DEFAULT_DATA;

  @Option(
      names = "--allow-remote",
      description = "fetch pages from other machines too, not only from this one")
  private boolean allowRemote;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "give up when nothing has moved for so long (default: ${DEFAULT-VALUE})")
  private int patience = 120;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    LogFile.in(data);
    terminal.progress("starting Kafka and the services ...");
    Map<String, String> flags = allowRemote ? Map.of("ingest.allow-remote", "true") : Map.of();
    try (Standalone system = Standalone.start(data, Ports.FREE, flags)) {
      Thread stop = new Thread(system::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      RunSummary summary = new OneRun(terminal, system, patience).of(inputs);
      terminal.clearProgress();
      print(summary);
      system.close();
      Runtime.getRuntime().removeShutdownHook(stop);
      return summary.isComplete() ? 0 : CommandLineRunner.FAILED;
    }
  }

  private void print(RunSummary summary) {
    if (json) {
      terminal.out().println(JsonMapper.shared().writeValueAsString(summary));
    } else {
      terminal
          .out()
          .printf(
              "%d pages (%d new, %d unchanged), %d documents, %d dead letters, %d failed; %s%n",
              summary.pages(),
              summary.published(),
              summary.unchanged(),
              summary.documents(),
              summary.deadLetters(),
              summary.failed(),
              seconds(summary));
    }
    terminal.out().flush();
  }

  private static String seconds(RunSummary summary) {
    return summary.seconds().entrySet().stream()
        .map(phase -> "%s %.1f s".formatted(phase.getKey(), phase.getValue()))
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
