package io.onrecord.standalone.cli;

import io.onrecord.normalize.service.replay.ReplayRefusedException;
import io.onrecord.settings.InvalidSettingsException;
import io.onrecord.standalone.CannotStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;

/**
 * Runs one command and turns its end into an exit status and, where it failed, a line on standard
 * error. Commands throw {@link CommandFailedException}; anything unforeseen is reported by its name
 * too, with the trace when {@code ONRECORD_TRACE} is set.
 */
public final class CommandLineRunner {
  /** The work was not done, or not all of it. */
  static final int FAILED = 1;

  /** The command was not used as its help says. */
  static final int WRONG_USE = 2;

  private final Terminal terminal;

  /** Commands that talk to this terminal. */
  CommandLineRunner(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The exit status. */
  int run(String... arguments) {
    CommandLine line =
        new CommandLine(new OnrecordCommand(), new CommandFactory(terminal))
            .setOut(terminal.outWriter())
            .setErr(terminal.errWriter())
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(terminal.colours() ? Ansi.ON : Ansi.OFF))
            .setUsageHelpWidth(100)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(this::wrongUse)
            .setExecutionExceptionHandler(failure());
    int status = line.execute(arguments);
    terminal.flush();
    return status;
  }

  private int wrongUse(CommandLine.ParameterException problem, String[] arguments) {
    String name = problem.getCommandLine().getCommandSpec().qualifiedName();
    terminal.err().println(name + ": " + problem.getMessage());
    terminal.err().println("See '" + name + " --help'.");
    return WRONG_USE;
  }

  private IExecutionExceptionHandler failure() {
    return (problem, command, parsed) -> {
      String name = command.getCommandSpec().qualifiedName();
      terminal.err().println(name + ": " + message(problem));
      if (System.getenv("ONRECORD_TRACE") != null) {
        problem.printStackTrace(terminal.err());
      }
      return problem instanceof InvalidSettingsException ? WRONG_USE : FAILED;
    };
  }

  private static String message(Exception problem) {
    return switch (problem) {
      case CommandFailedException e -> e.getMessage();
      case CannotStartException e -> e.getMessage();
      case ReplayRefusedException e -> e.getMessage();
      case KafkaException e -> "Kafka: " + e.getMessage();
      case InvalidSettingsException e -> e.getMessage();
      case UncheckedIOException e -> Problems.of(e.getCause());
      case IOException e -> Problems.of(e);
      default -> problem + " (ONRECORD_TRACE=1 shows where)";
    };
  }
}
