package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Every body breaks off in the middle the first two times, and is whole from then on. */
final class TruncatedBodies extends FixedSite {
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  TruncatedBodies(String label) {
    super(label, List.of("/a", "/b", "/c"), List.of());
  }

  @Override
  void good(Wire wire) throws IOException {
    if (asked.merge(wire.path(), 1, Integer::sum) > 2) {
      super.good(wire);
      return;
    }
    byte[] body = HostileWeb.bytes(Site.page(label(), wire.path()));
    wire.close();
    wire.raw(wire.head(200, Map.of("Content-Length", Integer.toString(body.length))));
    wire.raw(java.util.Arrays.copyOf(body, body.length / 2));
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.missing();
  }
}
