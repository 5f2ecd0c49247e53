package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A page that comes a byte at a time, for ever: never silent, never done. */
final class SlowDrip extends FixedSite {
  SlowDrip(String label) {
    super(label, List.of("/well"), List.of("/drip", "/drip-head"));
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.close();
    wire.raw(
        wire.path().equals("/drip")
            ? wire.head(200, Map.of("Content-Type", "text/html"))
            : HostileWeb.bytes("HTTP/1.1 200 OK\r\nX-Slow: "));
    while (!Thread.currentThread().isInterrupted()) {
      wire.raw(new byte[] {'x'});
      LockSupport.parkNanos(50_000_000);
    }
  }
}
