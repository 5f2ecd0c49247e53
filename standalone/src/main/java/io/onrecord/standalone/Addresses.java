package io.onrecord.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a running system is reached, as {@code run.json} in its data directory tells the commands.
 *
 * @param pid its process
 * @param kafka {@code host:port}
 * @param search base URL of the web page and the search API
 * @param ingest base URL of the ingest API
 * @param normalize base URL of normalize's health and metrics
 */
public record Addresses(long pid, String kafka, String search, String ingest, String normalize) {
  private static final String FILE = "run.json";

  /** The addresses of the system that runs on this data directory; empty when none does. */
  public static Optional<Addresses> read(Path data) throws IOException {
    try {
      Addresses read =
          JsonMapper.shared().readValue(Files.readAllBytes(data.resolve(FILE)), Addresses.class);
      return Optional.of(read).filter(Addresses::isAlive);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) {
      throw new IOException(
          "%s cannot be read; stop the system and remove it".formatted(data.resolve(FILE)), e);
    }
  }

  /** Writes them in one step, so that nobody reads half of them. */
  void write(Path data) throws IOException {
    Path fresh = data.resolve(FILE + ".new");
    Files.write(fresh, JsonMapper.shared().writeValueAsBytes(this));
    Files.move(fresh, data.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Nothing runs here any more. */
  static void remove(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(FILE));
  }

  private boolean isAlive() {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
