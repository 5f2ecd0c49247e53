package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One host and its way to misbehave. Beside it, every site has pages that must not be lost. */
public interface Site {
  /** Its name, without the domain. */
  String label();

  /** The addresses on it that are named as sources. */
  default List<String> sources() {
    return List.of("/feed");
  }

  /** Answers, well or badly. */
  void answer(Wire wire) throws IOException;

  /** What must have been published in the end. */
  List<Expected> expected();

  /** Whether a path may be asked for at all; the log is searched for those that may not. */
  default boolean mayBeAsked(String path) {
    return true;
  }

  /** The silence between two requests that it wishes for beyond the usual, in fast time. */
  default Duration wish() {
    return Duration.ZERO;
  }

  /** The page of a path, in its n-th revision. */
  static String page(String label, String path, int revision) {
    return "<!doctype html><html><head><title>%s %s</title></head><body><p>%s</p></body></html>"
        .formatted(label, path, ("revision " + revision + " of " + path + ". ").repeat(20));
  }

  /** The same, never revised. */
  static String page(String label, String path) {
    return page(label, path, 0);
  }
}
