package io.onrecord.ingest.source.opml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OpmlTest {
  @Test
  void feedsInFoldersAreFound() {
    assertThat(
            Opml.read(
                """
                <?xml version="1.0"?><opml version="1.0"><body>
                  <outline text="Radio"><outline text="A &amp; B" type="rss" xmlUrl="http://a.example/f" htmlUrl="http://a.example/"/></outline>
                  <outline title="C" XMLURL=" http://c.example/f "/><outline text="nothing"/></body></opml>"""))
        .containsExactly(
            new Opml.Outline("A & B", "http://a.example/f", Optional.of("http://a.example/")),
            new Opml.Outline("C", "http://c.example/f", Optional.empty()));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    List<Opml.Outline> feeds =
        List.of(
            new Opml.Outline(
                "Gespräche \"<采访>\" & more", "http://a.example/f?x=1&y=2", Optional.empty()),
            new Opml.Outline("B", "http://b.example/", Optional.of("http://b.example/home")));
    assertThat(Opml.read(Opml.write(feeds))).isEqualTo(feeds);
  }

  @Test
  void whatIsNoOpmlHasNone() {
    assertThat(Opml.read("<html><outline xmlurl='http://x.example/'/>")).isEmpty();
    assertThat(Opml.read("")).isEmpty();
  }
}
