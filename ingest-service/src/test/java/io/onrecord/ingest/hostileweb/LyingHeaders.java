package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Types that are not true, which change nothing, and lengths that are not, which are no page. */
final class LyingHeaders extends FixedSite {
  LyingHeaders(String label) {
    super(
        label,
        List.of("/image", "/no-type", "/odd-type", "/chunked"),
        List.of("/too-long", "/negative", "/words", "/two-lengths", "/bad-chunks", "/half-chunk"));
  }

  @Override
  void feed(Wire wire) throws IOException {
    wire.text(
        200,
        "image/png",
        Wire.rss(
            List.of(
                "/too-long",
                "/negative",
                "/words",
                "/two-lengths",
                "/bad-chunks",
                "/half-chunk",
                "/image",
                "/no-type",
                "/odd-type",
                "/chunked")));
  }

  @Override
  void good(Wire wire) throws IOException {
    byte[] body = HostileWeb.bytes(Site.page(label(), wire.path()));
    switch (wire.path()) {
      case "/image" -> wire.send(200, Map.of("Content-Type", "image/png"), body);
      case "/no-type" -> wire.send(200, Map.of(), body);
      case "/odd-type" -> wire.send(200, Map.of("Content-Type", ";;;=\u00e9,/"), body);
      default -> {
        wire.raw(wire.head(200, Map.of("Transfer-Encoding", "chunked")));
        wire.raw(HostileWeb.bytes(Integer.toHexString(body.length) + ";lie=1\r\n"));
        wire.raw(body);
        wire.raw(HostileWeb.bytes("\r\n0\r\nX-Trailer: too late\r\n\r\n"));
      }
    }
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.close();
    Map<String, String> head = new LinkedHashMap<>();
    String body = "short";
    switch (wire.path()) {
      case "/too-long" -> head.put("Content-Length", "5000");
      case "/negative" -> head.put("Content-Length", "-7");
      case "/words" -> head.put("Content-Length", "some");
      case "/two-lengths" -> {
        head.put("Content-Length", "3");
        head.put("content-length", "4000");
      }
      case "/bad-chunks" -> {
        head.put("Transfer-Encoding", "chunked");
        body = "what\r\nis this\r\n";
      }
      default -> {
        head.put("Transfer-Encoding", "chunked");
        body = "ffff\r\nhalf";
      }
    }
    wire.raw(wire.head(200, head));
    wire.raw(HostileWeb.bytes(body));
  }
}
