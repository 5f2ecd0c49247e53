package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.List;

/**
 * What most misbehaving hosts have in common: a feed that lists good pages, which must not be lost,
 * among bad ones, which must do no harm.
 */
abstract class FixedSite implements Site {
  private final String label;
  private final List<String> good;
  private final List<String> bad;

  FixedSite(String label, List<String> good, List<String> bad) {
    this.label = label;
    this.good = List.copyOf(good);
    this.bad = List.copyOf(bad);
  }

  @Override
  public final String label() {
    return label;
  }

  @Override
  public void answer(Wire wire) throws IOException {
    if (wire.path().equals("/feed")) {
      feed(wire);
    } else if (bad.contains(wire.path())) {
      bad(wire);
    } else if (good.contains(wire.path())) {
      good(wire);
    } else {
      other(wire);
    }
  }

  /** The feed itself; bad pages first. */
  void feed(Wire wire) throws IOException {
    List<String> links = new java.util.ArrayList<>(bad);
    links.addAll(good);
    wire.feed(links);
  }

  /** A page that is well. */
  void good(Wire wire) throws IOException {
    wire.page(Site.page(label, wire.path()));
  }

  /** A page that is not. */
  abstract void bad(Wire wire) throws IOException;

  /** What nobody listed, robots.txt among it. */
  void other(Wire wire) throws IOException {
    wire.missing();
  }

  @Override
  public List<Expected> expected() {
    return good.stream().map(path -> Expected.page(path, Site.page(label, path))).toList();
  }
}
