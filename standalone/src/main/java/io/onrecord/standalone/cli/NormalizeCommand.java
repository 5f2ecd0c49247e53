package io.onrecord.standalone.cli;

import io.onrecord.document.DocumentJson;
import io.onrecord.normalize.Normalizer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord normalize}: files in, documents out, without Kafka. */
@Command(
    name = "normalize",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the document of each page as a line of JSON, with an added \"input\" that names its"
          + " file.",
      "Runs on all cores; documents come in the order of the inputs. A page that cannot be read"
          + " costs one line on standard error, and exit status 1 at the end."
    })
final class NormalizeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "INPUT", arity = "0..*", description = "files and folders")
  private List<Path> inputs = List.of();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "where the page came from (one input only; default: the file's own address)")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--content-type",
      paramLabel = "TYPE",
      description = "as the server sent it (default: by the file's ending)")
  private Optional<String> contentType = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write to this file (default: standard output)")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--batch",
      paramLabel = "LIST",
      description = "a file of lines: path<TAB>url<TAB>content-type[<TAB>fetchedAt]")
  private List<Path> lists = List.of();

  NormalizeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (inputs.isEmpty() && lists.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "name an INPUT or a --batch LIST");
    }
    List<PageFile> pages = new ArrayList<>();
    int unreadable = collect(pages);
    if (url.isPresent() && (pages.size() > 1 || !lists.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(), "--url names one page; give one file with it, or use --batch");
    }
    try (OutputStream documents = open()) {
      Normalizer normalizer = new Normalizer();
      int failed =
          new ParallelPages(terminal, "normalized")
              .run(pages, page -> line(page, normalizer), documents);
      return unreadable + failed == 0 ? 0 : CommandLineRunner.FAILED;
    }
  }

  private int collect(List<PageFile> pages) throws IOException {
    int unreadable = 0;
    for (Path input : inputs) {
      try {
        PageFiles.under(input).forEach(page -> pages.add(withOptions(page)));
      } catch (IOException e) {
        terminal.err().println(Problems.of(e));
        unreadable++;
      }
    }
    for (Path list : lists) {
      pages.addAll(PageFiles.listed(list));
    }
    return unreadable;
  }

  private PageFile withOptions(PageFile page) {
    return new PageFile(page.name(), page.path(), url, contentType, page.fetchedAt());
  }

  private OutputStream open() throws IOException {
    return out.isPresent()
        ? new BufferedOutputStream(Files.newOutputStream(out.get()), 1 << 16)
        : terminal.unclosedOut();
  }

  private static byte[] line(PageFile page, Normalizer normalizer) throws IOException {
    return InputField.prepend(page.name(), DocumentJson.write(normalizer.normalize(page.read())));
  }
}
