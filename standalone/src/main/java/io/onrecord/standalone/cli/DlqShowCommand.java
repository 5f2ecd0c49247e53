package io.onrecord.standalone.cli;

import io.onrecord.loop.deadletter.DeadLetter;
import io.onrecord.loop.deadletter.DeadLetterBox;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code onrecord dlq show}: one dead letter. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Prints one dead letter: every header with the reason and the stack trace among them, then the"
          + " size of its value. --value writes the value itself, byte for byte, and nothing else."
    })
final class DlqShowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private SystemOptions system = new SystemOptions();

  @Parameters(paramLabel = "PLACE", description = "topic/partition/offset, as 'dlq list' prints it")
  private String place = "";

  @Option(names = "--value", description = "write the value as it is")
  private boolean value;

  DlqShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    DeadLetter.Place where =
        DeadLetter.Place.parse(place)
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        "'%s' is no place; give topic/partition/offset as 'dlq list' prints it"
                            .formatted(place)));
    ConsumerRecord<byte[], byte[]> letter =
        new DeadLetterBox(system.core())
            .show(where)
            .orElseThrow(() -> new CommandFailedException("no dead letter is at " + place));
    PrintStream out = terminal.out();
    if (value) {
      if (letter.value() != null) {
        out.write(letter.value());
      }
      return 0;
    }
    out.println(terminal.styled("1", place));
    out.println("key    " + (letter.key() == null ? "none" : text(letter.key())));
    for (Header header : letter.headers()) {
      out.println(header.key() + "    " + (header.value() == null ? "" : text(header.value())));
    }
    out.println(letter.value() == null ? "no value" : letter.value().length + " bytes");
    return 0;
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
