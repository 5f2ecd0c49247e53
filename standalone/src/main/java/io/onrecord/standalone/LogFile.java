package io.onrecord.standalone;

import java.nio.file.Path;

/** Sends the log of this process to a file; called before the first line is logged. */
public final class LogFile {
  private LogFile() {}

  /** {@code onrecord.log} in the data directory. */
  public static Path in(Path data) {
    Path file = data.resolve("onrecord.log");
    System.setProperty("onrecord.log", file.toString());
    System.setProperty("logback.configurationFile", "io/onrecord/standalone/logback-system.xml");
    return file;
  }
}
