package io.onrecord.standalone.cli;

import io.onrecord.document.Encoding;
import io.onrecord.normalize.decode.Decoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code onrecord inspect charset}: what encoding the bytes of files are in, and who says so. */
@Command(
    name = "charset",
    mixinStandardHelpOptions = true,
    description = "Prints path<TAB>charset<TAB>confidence<TAB>decidedBy, one line a file.")
final class InspectCharsetCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "PATH", arity = "0..*", description = "files and folders")
  private List<Path> paths = List.of();

  @Option(names = "--list", paramLabel = "FILE", description = "a file of paths, one a line")
  private Optional<Path> list = Optional.empty();

  @Option(
      names = "--http-charset",
      paramLabel = "LABEL",
      description = "the charset that the server declared")
  private Optional<String> httpCharset = Optional.empty();

  InspectCharsetCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (paths.isEmpty() && list.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "name a PATH or a --list FILE");
    }
    Optional<String> contentType = httpCharset.map("text/html; charset="::concat);
    Decoder decoder = new Decoder();
    int failed = 0;
    for (Path input : inputs()) {
      try {
        for (PageFile file : PageFiles.under(input)) {
          Encoding encoding =
              decoder.decode(Files.readAllBytes(file.path()), contentType).encoding();
          terminal
              .out()
              .printf(
                  Locale.ROOT,
                  "%s\t%s\t%.2f\t%s%n",
                  file.name(),
                  encoding.charset(),
                  encoding.confidence(),
                  encoding.decidedBy());
        }
      } catch (IOException e) {
        terminal.err().println(Problems.of(e));
        failed++;
      }
    }
    return failed == 0 ? 0 : CommandLineRunner.FAILED;
  }

  private List<Path> inputs() throws IOException {
    List<Path> inputs = new ArrayList<>(paths);
    if (list.isPresent()) {
      Files.readAllLines(list.get(), StandardCharsets.UTF_8).stream()
          .filter(line -> !line.isBlank())
          .map(Path::of)
          .forEach(inputs::add);
    }
    return inputs;
  }
}
