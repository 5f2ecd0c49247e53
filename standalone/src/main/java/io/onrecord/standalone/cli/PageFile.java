package io.onrecord.standalone.cli;

import io.onrecord.normalize.RawPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that holds a page, with what is known about the page besides.
 *
 * @param name the file as the user named it
 * @param path the file
 * @param url where the page came from; the file's own address when nobody says
 * @param contentType as a server would send it; by the file's ending when nobody says
 * @param fetchedAt when it was fetched; the file's own time when nobody says
 */
record PageFile(
    String name,
    Path path,
    Optional<String> url,
    Optional<String> contentType,
    Optional<Instant> fetchedAt) {

  /** A page has at most this many bytes. */
  static final long LARGEST = 64L << 20;

  /** A file of which nothing else is known. */
  static PageFile of(String name, Path path) {
    return new PageFile(name, path, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Reads the file. */
  RawPage read() throws IOException {
    long size = Files.size(path);
    if (size > LARGEST) {
      throw new IOException(
          "%s: %,d bytes, more than the %,d that a page may have".formatted(name, size, LARGEST));
    }
    Instant time =
        fetchedAt.isPresent() ? fetchedAt.get() : Files.getLastModifiedTime(path).toInstant();
    Optional<String> type = contentType.or(() -> typeByEnding(name));
    String address = url.orElseGet(() -> path.toAbsolutePath().normalize().toUri().toString());
    return RawPage.of(address, type, time, Files.readAllBytes(path));
  }

  private static Optional<String> typeByEnding(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "html", "htm", "xhtml", "shtml" -> Optional.of("text/html");
      case "md", "markdown" -> Optional.of("text/markdown");
      case "txt" -> Optional.of("text/plain");
      default -> Optional.empty();
    };
  }
}
