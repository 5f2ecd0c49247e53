package io.onrecord.standalone.cli;

import java.util.logging.LogManager;

/** Where {@code ./onrecord} starts. */
public final class Main {
  private Main() {}

  /** Runs the command and exits with its status. */
  public static void main(String[] arguments) {
    LogManager.getLogManager()
        .reset(); // libraries that log by java.util.logging, to standard error
    int status = new CommandLineRunner(Terminal.ofThisProcess()).run(arguments);
    System.exit(status);
  }
}
