package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Redirects that go in circles, on and on, to themselves, to nothing, to nonsense. */
final class RedirectLoops extends FixedSite {
  private static final List<String> BAD =
      List.of("/self", "/ping", "/chain/0", "/nowhere", "/nonsense", "/file", "/many");

  RedirectLoops(String label) {
    super(label, List.of("/well"), BAD);
  }

  @Override
  void bad(Wire wire) throws IOException {
    switch (wire.path()) {
      case "/self" -> wire.redirect(301, "/self");
      case "/ping" -> wire.redirect(302, "/pong");
      case "/chain/0" -> wire.redirect(307, "/chain/1");
      case "/nowhere" -> wire.send(302, Map.of(), new byte[0]);
      case "/nonsense" -> wire.redirect(302, "http://[::nonsense");
      case "/file" -> wire.redirect(302, "file:///etc/hostname");
      default -> wire.redirect(302, "/" + "x/".repeat(60));
    }
  }

  @Override
  void other(Wire wire) throws IOException {
    if (wire.path().equals("/pong")) {
      wire.redirect(302, "/ping");
    } else if (wire.path().startsWith("/chain/")) {
      wire.redirect(307, "/chain/" + (Integer.parseInt(wire.path().substring(7)) + 1));
    } else {
      wire.missing();
    }
  }

  @Override
  public boolean mayBeAsked(String path) {
    return !path.matches("/chain/\\d\\d+") && !path.startsWith("/x/");
  }
}
