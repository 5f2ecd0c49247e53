package io.onrecord.standalone.cli;

import io.onrecord.ingest.url.CanonicalUrl;
import io.onrecord.ingest.url.InvalidUrlException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code onrecord inspect url}: the one spelling of URLs, and the ids of their documents. */
@Command(
    name = "url",
    mixinStandardHelpOptions = true,
    description = "Prints url<TAB>canonical<TAB>id, one line a URL.")
final class InspectUrlCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "URL", arity = "1..*", description = "http, https and file URLs")
  private List<String> urls = List.of();

  InspectUrlCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    int failed = 0;
    for (String url : urls) {
      try {
        CanonicalUrl canonical = CanonicalUrl.of(url);
        terminal.out().printf("%s\t%s\t%s%n", url, canonical.value(), canonical.documentId());
      } catch (InvalidUrlException e) {
        terminal.err().println(url + ": " + e.getMessage());
        failed++;
      }
    }
    return failed == 0 ? 0 : CommandLineRunner.FAILED;
  }
}
