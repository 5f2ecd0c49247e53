package io.onrecord.standalone.cli;

import io.onrecord.ingest.FetchExplanation;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code onrecord inspect fetch}: one address end to end, explained. */
@Command(
    name = "fetch",
    mixinStandardHelpOptions = true,
    description = {
      "Explains what following an address would do: its canonical form, robots.txt, the address"
          + " that is dialled, the answer, what it says about its use, what it leads to. Nothing is"
          + " published and no Kafka is needed."
    })
final class InspectFetchCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "URL", arity = "1..*", description = "http and https addresses")
  private List<String> urls = List.of();

  InspectFetchCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    int failed = 0;
    for (String url : urls) {
      FetchExplanation explained = FetchExplanation.of(url);
      explained
          .steps()
          .forEach(
              step ->
                  terminal
                      .out()
                      .println(terminal.styled("1", "%-12s".formatted(step.name())) + step.text()));
      failed += explained.isGood() ? 0 : 1;
    }
    return failed == 0 ? 0 : CommandLineRunner.FAILED;
  }
}
