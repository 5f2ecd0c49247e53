package io.onrecord.standalone.cli;

import io.onrecord.standalone.SamplePages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * {@code onrecord warm-up}: one short run in a temporary folder, from which the launcher learns
 * which classes a start needs.
 */
@Command(
    name = "warm-up",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Runs the sample pages through a temporary system, for the launcher's archive.")
final class WarmUpCommand implements Callable<Integer> {
  private final Terminal terminal;

  WarmUpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("onrecord-warm-up");
    try {
      List<String> arguments = new ArrayList<>(List.of("run", "--once", "--json", "--data"));
      arguments.add(folder.resolve("data").toString());
      for (SamplePages.Sample sample : SamplePages.all()) {
        arguments.add(Files.write(folder.resolve(sample.name()), sample.body()).toString());
      }
      return new CommandLineRunner(terminal).run(arguments.toArray(String[]::new));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
