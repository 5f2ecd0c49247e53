package io.onrecord.standalone.cli;

import io.onrecord.loop.deadletter.DeadLetter;
import io.onrecord.loop.deadletter.DeadLetterBox;
import io.onrecord.settings.CoreSettings;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code onrecord dlq list}: the open dead letters. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a line for each open dead letter, oldest first: place, time, attempts, stage, error,"
          + " page. The place is what 'dlq show' takes."
    })
final class DlqListCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();
  @Mixin private LetterOptions letters = new LetterOptions();

  @Option(names = "--json", description = "print each letter as a line of JSON")
  private boolean json;

  DlqListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    CoreSettings core = system.core();
    List<DeadLetter> found = new DeadLetterBox(core).list(letters.filter(core.topics().names()));
    for (DeadLetter letter : found) {
      terminal.out().println(json ? JsonMapper.shared().writeValueAsString(letter) : line(letter));
    }
    if (!json) {
      terminal.out().printf("%d open dead letter%s%n", found.size(), found.size() == 1 ? "" : "s");
    }
    return 0;
  }

  private static String line(DeadLetter letter) {
    return "%s  %s  attempt %d  %s  %s: %s  %s"
        .formatted(
            letter.place(),
            letter.time().truncatedTo(ChronoUnit.SECONDS),
            letter.attempt(),
            letter.stage(),
            letter.errorName(),
            letter.message().lines().findFirst().orElse(""),
            letter.url().isEmpty() ? letter.id() : letter.url());
  }
}
