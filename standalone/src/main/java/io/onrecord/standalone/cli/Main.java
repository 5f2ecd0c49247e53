package io.onrecord.standalone.cli;

/** Where {@code ./onrecord} starts. */
public final class Main {
  private Main() {}

  /** Runs the command and exits with its status. */
  public static void main(String[] arguments) {
    int status = new CommandLineRunner(Terminal.ofThisProcess()).run(arguments);
    System.exit(status);
  }
}
