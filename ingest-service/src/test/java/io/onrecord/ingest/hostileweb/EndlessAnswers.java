package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Bodies, headers, header lines and status lines without end; and a feed of a hundred thousand. */
final class EndlessAnswers extends FixedSite {
  EndlessAnswers(String label) {
    super(
        label,
        List.of("/well"),
        List.of("/body", "/chunks", "/headers", "/header", "/status", "/hints"));
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.close();
    switch (wire.path()) {
      case "/body" -> {
        wire.raw(wire.head(200, Map.of("Content-Type", "text/html")));
        forEver(wire, "<p>more</p>".repeat(500));
      }
      case "/chunks" -> {
        wire.raw(wire.head(200, Map.of("Transfer-Encoding", "chunked")));
        forEver(wire, "1\r\nx\r\n".repeat(500));
      }
      case "/headers" -> {
        wire.raw(HostileWeb.bytes("HTTP/1.1 200 OK\r\n"));
        forEver(wire, "X-More: and more\r\n".repeat(300));
      }
      case "/header" -> {
        wire.raw(HostileWeb.bytes("HTTP/1.1 200 OK\r\nX-Long: "));
        forEver(wire, "y".repeat(5000));
      }
      case "/status" -> forEver(wire, "HTTP/1.1 200 " + "OK".repeat(3000));
      default -> forEver(wire, "HTTP/1.1 100 Continue\r\n\r\n".repeat(200));
    }
  }

  private static void forEver(Wire wire, String piece) throws IOException {
    byte[] bytes = HostileWeb.bytes(piece);
    while (!Thread.currentThread().isInterrupted()) {
      wire.raw(bytes); // until the other side has had enough and hangs up
    }
  }
}
