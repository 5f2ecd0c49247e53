package io.onrecord.ingest.hostileweb;

import java.io.IOException;
import java.util.List;

/** Markup nested a hundred thousand deep, as a page, as a feed and as a sitemap. */
final class DeepNesting extends FixedSite {
  private static final int DEEP = 50_000;
  private static final String MAP = "<urlset>" + "<url>".repeat(DEEP);
  private static final String JSON = "{\"items\":" + "[".repeat(DEEP);

  DeepNesting(String label) {
    super(label, List.of("/well"), List.of());
  }

  @Override
  public List<String> sources() {
    return List.of("/feed", "/deep-feed", "/deep-map", "/deep-page", "/deep-json");
  }

  @Override
  void other(Wire wire) throws IOException {
    switch (wire.path()) {
      case "/deep-feed" ->
          wire.text(
              200,
              "text/xml",
              "<rss><channel><item><title>"
                  + "<b>".repeat(DEEP)
                  + "</title></item></channel></rss>");
      case "/deep-map" -> wire.text(200, "text/xml", MAP);
      case "/deep-json" -> wire.text(200, "application/json", JSON);
      case "/deep-page" -> wire.page(deepPage());
      default -> wire.missing();
    }
  }

  private static String deepPage() {
    return "<!doctype html><body>" + "<div><span>".repeat(4000) + "deep";
  }

  @Override
  void bad(Wire wire) throws IOException {
    wire.missing();
  }

  @Override
  public List<Expected> expected() {
    // What is no feed and no sitemap is a page, published byte for byte however it is nested.
    List<Expected> all = new java.util.ArrayList<>(super.expected());
    all.add(Expected.page("/deep-page", deepPage()));
    all.add(Expected.page("/deep-map", MAP));
    all.add(Expected.page("/deep-json", JSON));
    return all;
  }
}
