package io.onrecord.ingest.watch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes in a web archive that has come to rest in a watched folder. */
@FunctionalInterface
public interface ArchiveDrop {
  /**
   * What became of it.
   *
   * @param published how many of its pages are new
   * @param problem what of it is lost; empty if nothing
   */
  record Taken(int published, Optional<String> problem) {}

  /** Reads it from start to end; completes when all its pages are committed. */
  CompletableFuture<Taken> take(Path archive, String source);
}
