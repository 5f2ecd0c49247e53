package io.onrecord.standalone.cli;

import io.onrecord.normalize.repair.RepairInspection;
import io.onrecord.normalize.repair.RepairInspection.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code onrecord inspect repair}: texts in, repaired texts out. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description = {
      "Reads lines {\"id\",\"text\"} from standard input and writes {\"id\",\"text\",\"repairs\"},"
          + " with every kind of damage that was undone.",
      "The lines of a page teach each other, so all of them are read before the first is answered.",
      "A line that is no such JSON costs one line on standard error."
    })
final class InspectRepairCommand implements Callable<Integer> {
  /** As many characters are held at once; a page's lines teach each other as long as they fit. */
  private static final int MOST_HELD = 50_000_000;

  private final Terminal terminal;
  private final RepairInspection inspection = new RepairInspection();

  InspectRepairCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    List<Question> held = new ArrayList<>();
    int size = 0;
    int failed = 0;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        held.add(RepairInspection.question(line));
        size += line.length();
      } catch (IllegalArgumentException e) {
        failed++;
        terminal.err().println("line " + number + ": " + e.getMessage());
      }
      if (size > MOST_HELD) {
        answer(held);
        size = 0;
      }
    }
    answer(held);
    return failed == 0 ? 0 : CommandLineRunner.FAILED;
  }

  private void answer(List<Question> held) {
    inspection.inspect(held).forEach(terminal.out()::println);
    held.clear();
  }
}
