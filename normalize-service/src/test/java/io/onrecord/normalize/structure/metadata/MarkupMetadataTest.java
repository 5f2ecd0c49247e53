package io.onrecord.normalize.structure.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.normalize.classify.Classified;
import io.onrecord.normalize.classify.Judged;
import io.onrecord.normalize.classify.Verdict;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.Source;
import io.onrecord.normalize.parse.html.HtmlParser;
import io.onrecord.normalize.repair.Repaired;
import io.onrecord.normalize.speech.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkupMetadataTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Bees at night | The Hive; Bees at night",
        "The Hive: Bees at night; The Hive: Bees at night",
        "Bees - a history - The Hive; Bees - a history",
        "夜里的蜜蜂_自然频道_蜂房网; 夜里的蜜蜂",
        "Bees at night; Bees at night",
        "The Hive | Bees at night; Bees at night"
      })
  void theTitleIsNotTheSite(String declared, String title) {
    String page =
        "<head><meta property=og:site_name content='The Hive'><title>%s</title>"
            .formatted(declared);
    assertThat(read(page).title()).contains(title);
  }

  @Test
  void aHeadingInTheDeclaredTitleIsTheTitle() {
    Metadata metadata =
        read("<title>Bees at night: what they hear - Nature - hive</title><h1>Bees at night</h1>");
    assertThat(metadata.title()).contains("Bees at night");
  }

  @Test
  void linkedDataSaysWhoAndWhen() {
    Metadata metadata =
        read(
            """
            <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bees",
            "author":[{"@type":"Person","name":"Ines Okafor"},{"name":"Jan Brandt"}],
            "datePublished":"2025-03-04T05:06:07.123+0100","dateModified":"2025-03-05"}]}</script>
            """);
    assertThat(metadata.byline()).containsExactly("Ines Okafor", "Jan Brandt");
    assertThat(metadata.published()).contains("2025-03-04T05:06:07+01:00");
    assertThat(metadata.modified()).contains("2025-03-05");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Published 4 March 2025; 2025-03-04; 4 March 2025",
        "March 4th, 2025 at noon; 2025-03-04; March 4th, 2025",
        "2025年3月4日 星期二; 2025-03-04; 2025年3月4日",
        "2025-03-04 05:06 来源：蜂房; 2025-03-04T05:06; 2025-03-04 05:06",
        "04.03.2025; 2025-03-04; 04.03.2025"
      })
  void aPrintedDateIsRead(String line, String iso, String printed) {
    Metadata metadata = read("<h1>Bees</h1><p>" + line + "</p><p>Text.</p>");
    assertThat(metadata.published()).contains(iso);
    assertThat(metadata.publishedText()).contains(printed);
  }

  @Test
  void aDateAfterTheFetchOrOfNoDayIsNone() {
    assertThat(read("<h1>Bees</h1><p>31 February 2025</p>").published()).isEmpty();
    assertThat(read("<h1>Bees</h1><p>4 March 2031</p>").published()).isEmpty();
    assertThat(read("<meta name=date content='soon'>").published()).isEmpty();
  }

  @Test
  void aPrintedBylineIsRead() {
    assertThat(read("<title>B</title><h1>Bees</h1><p>By Ines Okafor</p>").byline())
        .containsExactly("Ines Okafor");
    assertThat(read("<h1>蜜蜂</h1><p>作者：林晓 2025-03-04</p>").byline()).containsExactly("林晓");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "3 days ago; 2025-12-29",
        "Posted an hour ago; 2025-12-31T23:00:00Z",
        "25 minutes ago; 2025-12-31T23:35:00Z",
        "2 weeks ago; 2025-12",
        "5 months ago; 2025-08",
        "2 years ago; 2024",
        "Yesterday; 2025-12-31",
        "yesterday at 6:30 pm; 2025-12-31T18:30",
        "2小时前; 2025-12-31T22:00:00Z",
        "3天前; 2025-12-29",
        "半小时前; 2025-12-31T23:30:00Z",
        "昨天 18:30; 2025-12-31T18:30",
        "昨天18:30 来自上海; 2025-12-31T18:30",
        "前天; 2025-12-30",
        "刚刚; 2026-01-01T00:00:00Z"
      })
  void aDateThatCountsFromTheFetchIsNoMorePreciseThanItIsSaid(String line, String iso) {
    Metadata metadata = read("<h1>Bees</h1><p>" + line + "</p><p>Text.</p>");
    assertThat(metadata.published()).contains(iso);
    assertThat(line).contains(metadata.publishedText().orElseThrow());
  }

  @Test
  void whatTheTextCountsIsNoDateOfThePage() {
    String far = "<p>He left three days ago.</p>".repeat(12) + "<p>2 days ago</p>";
    assertThat(read("<h1>Bees</h1>" + far).published()).isEmpty();
    String told = "<meta property='article:published_time' content='2025-03-04'><h1>Bees</h1>";
    assertThat(read(told + "<p>3 days ago</p>").published()).contains("2025-03-04");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "By Ines Okafor and Jan Brandt; Ines Okafor|Jan Brandt",
        "By Ines Okafor; Ines Okafor",
        "文/林晓; 林晓",
        "记者：林晓; 林晓",
        "采访、撰文：林晓; 林晓",
        "撰文：林晓、周望; 林晓|周望"
      })
  void aBylineIsNamesWithoutRoles(String line, String names) {
    assertThat(read("<title>B</title><h1>Bees</h1><p>" + line + "</p>").byline())
        .containsExactly(names.split("\\|"));
  }

  @Test
  void aDeclaredBylineLosesItsRoles() {
    assertThat(read("<meta name=author content='Ines Okafor, Senior Writer'>").byline())
        .containsExactly("Ines Okafor");
    assertThat(read("<meta name=author content='Interview by Jan Brandt'>").byline())
        .containsExactly("Jan Brandt");
  }

  @Test
  void aCanonicalAddressOfAnotherSiteIsNotBelieved() {
    assertThat(read("<link rel=canonical href='https://www.hive.example/b'>").canonicalUrl())
        .contains("https://www.hive.example/b");
    assertThat(read("<link rel=canonical href='https://other.example/b'>").canonicalUrl())
        .isEmpty();
  }

  private static Metadata read(String html) {
    Source source =
        new Source(
            "https://hive.example/a",
            "https://hive.example/a",
            Optional.of("text/html"),
            Optional.empty(),
            Instant.parse("2026-01-01T00:00:00Z"));
    Parsed page = new HtmlParser().parse(html, source);
    List<Judged> judged =
        page.blocks().stream().map(b -> new Judged(b, new Verdict.Keep(1))).toList();
    return new MetadataReader()
        .read(new Classified(new Repaired(page, List.of()), judged, Labels.NONE));
  }
}
