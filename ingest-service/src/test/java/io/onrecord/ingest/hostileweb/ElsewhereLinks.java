package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.List;

/** Lists pages of another host, straight and by redirect: that host's pace and robots.txt rule. */
final class ElsewhereLinks extends FixedSite {
  private final String other;

  /**
   * A host whose feed leads elsewhere.
   *
   * @param other the address of a host, without a slash at the end
   */
  ElsewhereLinks(String label, String other) {
    super(label, List.of("/well"), List.of("/to-a", "/to-forbidden"));
    this.other = other;
  }

  @Override
  void feed(Wire wire) throws IOException {
    wire.feed(List.of("/well", "/to-a", "/to-forbidden", other + "/no/9", other + "/b"));
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.redirect(302, other + (wire.path().equals("/to-a") ? "/a" : "/no/8"));
  }
}
