package io.onrecord.ingest.source.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.ingest.source.sitemap.Sitemap.Listed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class SitemapTest {
  private static final String PAGES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://www.paper.example/a?x=1&amp;y=2</loc><lastmod>2019-09-05</lastmod></url>
        <url><loc>https://paper.example/b</loc><n:news><n:publication><n:name>P</n:name><n:language>en</n:language></n:publication>
          <n:publication_date>2019-09-06T10:00:00Z</n:publication_date><n:title>T</n:title></n:news></url>
        <url><loc>https://elsewhere.test/c</loc></url>
        <url><loc>https://paper.example/d</loc></url>
      </urlset>""";

  @Test
  void pagesOfItsOwnSiteWithTheirDates() {
    assertThat(read(PAGES.getBytes(UTF_8)).pages())
        .containsExactly(
            new Listed(
                "https://www.paper.example/a?x=1&y=2",
                Optional.of(Instant.parse("2019-09-05T00:00:00Z"))),
            new Listed(
                "https://paper.example/b", Optional.of(Instant.parse("2019-09-06T10:00:00Z"))),
            new Listed("https://paper.example/d", Optional.empty()));
  }

  @Test
  void compressed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(PAGES.getBytes(UTF_8));
    }
    assertThat(read(packed.toByteArray()).pages()).hasSize(3);
  }

  @Test
  void anIndexListsSitemaps() {
    Sitemap index =
        read(
            """
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
              <sitemap><loc>https://paper.example/1.xml</loc><lastmod>2019-09-05T01:00:00Z</lastmod></sitemap>
              <sitemap><loc>https://paper.example/2.xml.gz</loc></sitemap>
            </sitemapindex>"""
                .getBytes(UTF_8));
    assertThat(index.pages()).isEmpty();
    assertThat(index.sitemaps())
        .extracting(Listed::url)
        .containsExactly("https://paper.example/1.xml", "https://paper.example/2.xml.gz");
  }

  @Test
  void aPageIsNoSitemap() {
    assertThat(Sitemap.read("<html><p>hi".getBytes(UTF_8), "https://paper.example/sitemap.xml"))
        .isEmpty();
  }

  private static Sitemap read(byte[] bytes) {
    return Sitemap.read(bytes, "https://paper.example/sitemap.xml").orElseThrow();
  }
}
