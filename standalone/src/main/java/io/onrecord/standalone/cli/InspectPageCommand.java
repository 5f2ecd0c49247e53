package io.onrecord.standalone.cli;

import io.onrecord.document.Document;
import io.onrecord.normalize.Normalizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord inspect page}: a page with what was taken out of it in its place, and why. */
@Command(
    name = "page",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the page in reading order: kept text as it is published, removed text in its place"
          + " behind a minus sign with its category and the rule that took it out, and the repairs."
    })
final class InspectPageCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "INPUT", description = "a file")
  private Path input = Path.of("");

  @Option(names = "--url", paramLabel = "URL", description = "where the page came from")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--content-type",
      paramLabel = "TYPE",
      description = "as the server sent it (default: by the file's ending)")
  private Optional<String> contentType = Optional.empty();

  InspectPageCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    PageFile file = new PageFile(input.toString(), input, url, contentType, Optional.empty());
    Document document = new Normalizer().normalize(file.read());
    new PageView(terminal).print(document);
    return 0;
  }
}
