package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Redirects to private, link-local, multicast and reserved addresses in every way to write one, and
 * to names that lead there. 0.0.0.0 in all its forms reaches this machine's other addresses when it
 * is dialled, where the log would show it.
 */
final class RedirectsInward extends FixedSite {
  static final List<String> TARGETS =
      List.of(
          "127.0.0.1",
          "localhost",
          "0x7f.1",
          "2130706433",
          "127.1",
          "[::1]",
          "[::ffff:127.0.0.1]",
          "10.0.0.1",
          "0xa000001",
          "012.0.0.1",
          "167772161",
          "10.1",
          "0x0a.0.1",
          "10.0.0.1.",
          "172.16.0.1",
          "192.168.0.1",
          "169.254.169.254",
          "0xA9FEA9FE",
          "100.64.0.1",
          "0.0.0.0",
          "0",
          "0x0",
          "00.0",
          "224.0.0.1",
          "255.255.255.255",
          "192.0.0.192",
          "198.18.0.1",
          "[::]",
          "[::ffff:10.0.0.1]",
          "[::ffff:a00:1]",
          "[::ffff:0.0.0.0]",
          "[64:ff9b::10.0.0.1]",
          "[64:ff9b:1::1]",
          "[2002:a00:1::]",
          "[fd00::1]",
          "[fe80::1]",
          "[ff02::1]",
          "[fec0::1]",
          "[::10.0.0.1]",
          "%31%30.0.0.1",
          "１０.0.0.1",
          "10。0。0。1",
          "inward-metadata.hostile.test",
          "inward-carrier.hostile.test",
          "inward-home.hostile.test",
          "inward-six.hostile.test",
          "inward-nat64.hostile.test",
          "inward-any.hostile.test",
          "inward-self.hostile.test");

  private final int port;

  RedirectsInward(String label, int port) {
    super(
        label,
        List.of("/well"),
        IntStream.range(0, TARGETS.size()).mapToObj(i -> "/in/" + i).toList());
    this.port = port;
  }

  @Override
  void bad(Wire wire) throws IOException {
    String target = TARGETS.get(Integer.parseInt(wire.path().substring(4)));
    wire.redirect(302, "http://%s:%d/secret".formatted(target, port));
  }
}
