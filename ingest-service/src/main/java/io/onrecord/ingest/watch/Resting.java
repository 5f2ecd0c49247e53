package io.onrecord.ingest.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which files have come to rest. One that is being written grows or changes its time between two
 * looks; only what two looks, a while apart, have seen alike is read.
 */
final class Resting {
  /** What tells one state of a file from another without reading it. */
  record Mark(long size, Instant modified) {
    /** In the form of an entity tag. */
    String tag() {
      return "\"%d-%d\"".formatted(size, modified.toEpochMilli());
    }
  }

  private record Sight(Mark mark, Instant since, boolean done) {}

  private final Duration rest;
  private final Map<Path, Sight> sights = new HashMap<>();

  Resting(Duration rest) {
    this.rest = rest;
  }

  /** Whether the file is to be read now: at rest, and not read as it is. */
  boolean isDue(Path file, Mark mark, Instant now) {
    Sight before = sights.get(file);
    if (before == null || !before.mark().equals(mark)) {
      sights.put(file, new Sight(mark, now, false));
      return false;
    }
    return !before.done() && !now.isBefore(before.since().plus(rest));
  }

  /** It was read as it is. */
  void done(Path file, Mark mark, Instant now) {
    sights.put(file, new Sight(mark, now, true));
  }

  /** Forgets the files below a folder that are not there any more. */
  void keep(Path root, Set<Path> there) {
    sights.keySet().removeIf(file -> file.startsWith(root) && !there.contains(file));
  }
}
