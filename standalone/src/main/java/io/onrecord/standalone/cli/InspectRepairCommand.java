package io.onrecord.standalone.cli;

import io.onrecord.normalize.repair.RepairedText;
import io.onrecord.normalize.repair.TextRepair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code onrecord inspect repair}: texts in, repaired texts out. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description = {
      "Reads lines {\"id\",\"text\"} from standard input and writes {\"id\",\"text\",\"repairs\"},"
          + " with every kind of damage that was undone.",
      "A line that is no such JSON costs one line on standard error."
    })
final class InspectRepairCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final JsonMapper json = JsonMapper.shared();
  private final TextRepair repair = new TextRepair();

  InspectRepairCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
    int failed = 0;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && !repaired(line, number)) {
        failed++;
      }
    }
    return failed == 0 ? 0 : CommandLineRunner.FAILED;
  }

  private boolean repaired(String line, int number) {
    try {
      JsonNode given = json.readTree(line);
      if (!given.path("text").isString()) {
        terminal.err().println("line " + number + ": no \"text\"; write {\"id\":…,\"text\":\"…\"}");
        return false;
      }
      RepairedText result = repair.repair(given.path("text").asString());
      ObjectNode answer = json.createObjectNode();
      answer.set("id", given.path("id").isMissingNode() ? json.nullNode() : given.path("id"));
      answer.put("text", result.text());
      answer.set("repairs", json.valueToTree(result.repairs()));
      terminal.out().println(json.writeValueAsString(answer));
      return true;
    } catch (JacksonException e) {
      terminal.err().println("line " + number + ": not JSON: " + e.getOriginalMessage());
      return false;
    }
  }
}
