package io.onrecord.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads files as pages: regular, not empty, within the limit. */
public final class FilePages {
  private final int maxBytes;

  /** Reads at most so many bytes of a file. */
  public FilePages(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** What reading a file came to. */
  public sealed interface Outcome {
    /**
     * Its bytes.
     *
     * @param contentType by its name's ending; empty if that tells nothing
     */
    record Read(byte[] bytes, Optional<String> contentType) implements Outcome {}

    /**
     * It is no page.
     *
     * @param reason what is wrong, without the name
     * @param remedy what a person can do
     */
    record Refused(String reason, String remedy) implements Outcome {}
  }

  /** Reads a file. */
  public Outcome read(Path file) {
    if (!Files.isRegularFile(file)) {
      return new Outcome.Refused("is not a regular file", "name a file or a folder");
    }
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      if (size > maxBytes) {
        return tooLarge(size);
      }
      byte[] bytes = in.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        return tooLarge(Files.size(file));
      }
      return bytes.length == 0
          ? new Outcome.Refused("is empty", "there is nothing to publish")
          : new Outcome.Read(bytes, ContentTypes.of(file));
    } catch (IOException e) {
      return new Outcome.Refused(
          "cannot be read: " + e.getClass().getSimpleName(), "check its permissions");
    }
  }

  private Outcome tooLarge(long size) {
    return new Outcome.Refused(
        "has %d bytes, and a page may have %d".formatted(size, maxBytes),
        "raise topics.max-page-bytes or leave it out");
  }
}
