package io.onrecord.ingest.follow;

import io.onrecord.ingest.url.CanonicalUrl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Addresses that no page of a person's has, and that endless generated sites are full of: a path
 * that repeats its segments, or has no end.
 */
final class Traps {
  private static final int LONGEST = 2000;
  private static final int MOST_SEGMENTS = 30;
  private static final int MOST_REPEATS = 3;

  private Traps() {}

  static boolean isTrap(CanonicalUrl url) {
    if (url.value().length() > LONGEST) {
      return true;
    }
    String path = url.value().replaceFirst("^[a-z]+://[^/]*/?", "").replaceFirst("\\?.*", "");
    List<String> segments = List.of(path.split("/"));
    Map<String, Integer> counts = new HashMap<>();
    segments.stream().filter(s -> !s.isEmpty()).forEach(s -> counts.merge(s, 1, Integer::sum));
    return segments.size() > MOST_SEGMENTS
        || counts.values().stream().anyMatch(count -> count > MOST_REPEATS);
  }
}
