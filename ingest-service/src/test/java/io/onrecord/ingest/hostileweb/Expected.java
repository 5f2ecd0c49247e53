package io.onrecord.ingest.hostileweb;

import java.util.List;

/**
 * A page that must have been published in the end.
 *
 * @param path on its host, as canonical URLs write it
 * @param revisions its bodies in their order; the last must be published, each earlier one at most
 *     once
 * @param gone whether it must be known as gone in the end
 */
public record Expected(String path, List<String> revisions, boolean gone) {
  public Expected {
    revisions = List.copyOf(revisions);
  }

  /** A page that never changes. */
  public static Expected page(String path, String body) {
    return new Expected(path, List.of(body), false);
  }
}
