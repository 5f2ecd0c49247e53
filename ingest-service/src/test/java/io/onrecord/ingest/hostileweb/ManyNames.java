package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Three pages under many addresses: tracking parameters, fragments, letter case of the host, dots
 * in the path, and addresses that only {@code rel=canonical} makes one. It lists others each time.
 */
final class ManyNames extends FixedSite {
  private final java.util.concurrent.atomic.AtomicInteger turn =
      new java.util.concurrent.atomic.AtomicInteger();
  private final int port;

  ManyNames(String label, int port) {
    super(label, List.of(), List.of());
    this.port = port;
  }

  @Override
  void feed(Wire wire) throws IOException {
    int n = turn.getAndIncrement() % 20;
    String site = "http://" + label() + HostileDns.DOMAIN + ":" + port;
    List<String> links = new ArrayList<>();
    links.add("/talk?utm_source=feed&utm_campaign=" + n);
    links.add("/talk#part-" + n);
    links.add(site.toUpperCase(Locale.ROOT).replace("HTTP", "HtTp") + "/talk");
    links.add("/x/../talk?fbclid=" + n);
    links.add(site + "/%74alk".replace("%74", "t") + "?gclid=z" + n);
    links.add("/own?session=" + n);
    links.add("/own?session=" + (n + 1));
    links.add("/own");
    links.add("/print/two?page=" + n);
    links.add("/two");
    wire.feed(links);
  }

  @Override
  void other(Wire wire) throws IOException {
    String path = wire.path().replaceFirst("\\?.*", "").replace("/print", "");
    if (path.equals("/robots.txt") || path.startsWith("/x")) {
      wire.missing();
    } else {
      wire.page(body(path));
    }
  }

  private String body(String path) {
    return Site.page(label(), path)
        .replace("<head>", "<head><link rel=canonical href='" + path + "'>");
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.missing();
  }

  @Override
  public List<Expected> expected() {
    return List.of("/talk", "/own", "/two").stream()
        .map(path -> Expected.page(path, body(path)))
        .toList();
  }
}
