package io.onrecord.standalone.cli;

import io.onrecord.normalize.decode.CharsetInspection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

  @Option(names = "--explain", description = "print the grounds of each decision below it")
  private boolean explain;

  InspectCharsetCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (paths.isEmpty() && list.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "name a PATH or a --list FILE");
    }
    CharsetInspection inspection = new CharsetInspection();
    int failed = 0;
    for (Path input : inputs()) {
      try {
        for (PageFile file : PageFiles.under(input)) {
          byte[] bytes = Files.readAllBytes(file.path());
          terminal.out().println(inspection.line(file.name(), bytes, httpCharset));
          if (explain) {
            terminal.out().println(inspection.explanation(bytes, httpCharset));
          }
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
