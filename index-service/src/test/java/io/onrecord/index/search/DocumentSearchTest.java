package io.onrecord.index.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.Role;
import io.onrecord.index.SampleDocument;
import io.onrecord.index.writer.Batch;
import io.onrecord.index.writer.Change;
import io.onrecord.index.writer.Days;
import io.onrecord.index.writer.LuceneIndex;
import io.onrecord.index.writer.Positions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentSearchTest {
  private static final SampleDocument HANS =
      SampleDocument.at("https://news.example.cn/hans")
          .title("建筑师谈城市的未来")
          .language("zh-Hans")
          .site("建筑周刊")
          .publishedAt("2023-11")
          .turn("陈一鸣", Role.INTERVIEWER, "您怎样看待旧城改造？")
          .turn("周立言", Role.INTERVIEWEE, "旧城改造首先是人的问题。开放源代码的图纸让更多人参与，我们用的是 RX-7 扫描仪。");
  private static final SampleDocument HANT =
      SampleDocument.at("https://example.tw/hant")
          .title("看著海的人")
          .language("zh-Hant")
          .site("example.tw")
          .publishedAt("2024-02-03")
          .paragraph("她說，開放原始碼與開源社群改變了海洋研究。")
          .paragraph("訪談的最後，她談到舊城改造與港口。");
  private static final SampleDocument ENGLISH =
      SampleDocument.at("https://example.org/en")
          .title("Harbours and open source")
          .publishedAt("2024-04-20")
          .turn("Tom Okafor", Role.INTERVIEWER, "Why did you publish the charts as open source?")
          .turn(
              "Ingrid Solheim",
              Role.INTERVIEWEE,
              "Because the RX7 scanner was closed. The editor's choice was ours.");
  private static final SampleDocument MENTION =
      SampleDocument.at("https://example.org/mention")
          .title("On walking")
          .undated()
          .paragraph(
              "A source of joy, open to everyone. " + "Many words about walking. ".repeat(40))
          .paragraph("Harbours are mentioned once here.");

  @TempDir private static Path directory;
  private static LuceneIndex index;
  private static DocumentSearch search;

  @BeforeAll
  static void fill() throws IOException {
    index = LuceneIndex.open(directory);
    List<Change> changes =
        new ArrayList<>(List.of(HANS.put(), HANT.put(), ENGLISH.put(), MENTION.put()));
    for (int i = 0; i < 25; i++) {
      changes.add(
          SampleDocument.at("https://filler.example/" + i)
              .title("Filler number " + i)
              .site("filler.example")
              .publishedAt("2020-01-%02d".formatted(i + 1))
              .paragraph("Nothing to see but lanterns.")
              .put());
    }
    index.apply(new Batch(changes, Positions.NONE));
    search = new DocumentSearch(index);
  }

  @AfterAll
  static void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @CsvSource({
    "旧城改造, hans hant",
    "舊城改造, hans hant",
    "开源, hant",
    "開源, hant",
    "看着海, hant",
    "海, hant",
    "周立言, hans",
    "'\"open source\"', en",
    "open source, en mention",
    "open-source, en",
    "harbour, en mention",
    "HARBOURS, en mention",
    "ｈａｒｂｏｕｒ, en mention",
    "RX7, en hans",
    "rx-7, en hans",
    "RX 7, en hans",
    "editors, en",
    "editor, en",
    "solheim scanner, en",
    "open source -joy, en",
    "open -\"open source\", mention",
    "the harbours, en mention",
    "'“open source”', en",
    "「旧城改造」, hans hant",
    "旧城改造RX-7, hans",
    "城市，图纸, hans",
    "'\"open source', en",
    "lighthouse, ''"
  })
  void finds(String query, String expected) throws IOException {
    assertThat(names(search.search(SearchRequest.of(query)))).isEqualTo(expected);
  }

  @Test
  void theTitleCountsMoreThanTheText() throws IOException {
    assertThat(urls(search.search(SearchRequest.of("harbours"))).getFirst()).endsWith("/en");
  }

  @Test
  void wordsInARowCountMoreThanWordsApart() throws IOException {
    assertThat(urls(search.search(SearchRequest.of("open source"))).getFirst()).endsWith("/en");
  }

  @Test
  void whenNothingHasItAllWhatHasMostOfItIsFoundAndSaidToBePartial() throws IOException {
    SearchResult result = search.search(SearchRequest.of("harbours scanner submarines"));
    assertThat(result.partial()).isTrue();
    assertThat(urls(result).getFirst()).endsWith("/en");
    SearchResult chinese = search.search(SearchRequest.of("旧城改造与飞船"));
    assertThat(chinese.partial()).isTrue();
    assertThat(names(chinese)).contains("hans").contains("hant");
    assertThat(search.search(SearchRequest.of("\"harbours scanner\"")).total()).isZero();
    assertThat(search.search(SearchRequest.of("open source")).partial()).isFalse();
  }

  @Test
  void passagesMarkWhatMatchesAsItIsWrittenAndNameTheSpeaker() throws IOException {
    Hit english = search.search(SearchRequest.of("\"open source\" rx-7")).hits().getFirst();
    assertThat(marked(english)).containsExactly("open source", "RX7");
    assertThat(english.titlePieces())
        .containsExactly(new Hit.Piece("Harbours and ", false), new Hit.Piece("open source", true));
    assertThat(english.passages())
        .extracting(passage -> passage.speaker().orElse(""))
        .containsExactly("Tom Okafor", "Ingrid Solheim");

    Hit chinese = search.search(SearchRequest.of("舊城改造 開放源")).hits().getFirst();
    assertThat(marked(chinese)).containsOnly("旧城改造", "开放源").contains("旧城改造", "开放源");
  }

  @Test
  void passagesAreShortAndTheBestOfALongText() throws IOException {
    Hit hit =
        search.search(SearchRequest.of("walking mentioned")).hits().stream()
            .findFirst()
            .orElseThrow();
    assertThat(hit.passages()).hasSizeLessThanOrEqualTo(3);
    assertThat(marked(hit)).contains("mentioned", "walking");
    assertThat(hit.passages())
        .allSatisfy(passage -> assertThat(text(passage)).hasSizeLessThan(300).doesNotContain("\n"));
  }

  @Test
  void aHitInTheTitleAloneShowsTheBeginning() throws IOException {
    Hit hit = search.search(SearchRequest.of("城市的未来")).hits().getFirst();
    assertThat(text(hit.passages().getFirst())).isEqualTo("您怎样看待旧城改造？");
  }

  @Test
  void filtersNarrow() throws IOException {
    assertThat(names(search.search(with("", "zh", "", "", "", "")))).isEqualTo("hans hant");
    assertThat(names(search.search(with("", "ZH-hant", "", "", "", "")))).isEqualTo("hant");
    assertThat(names(search.search(with("", "", "example.cn", "", "", "")))).isEqualTo("hans");
    assertThat(names(search.search(with("", "", "建筑周刊", "", "", "")))).isEqualTo("hans");
    assertThat(names(search.search(with("", "", "", "solheim", "", "")))).isEqualTo("en");
    assertThat(names(search.search(with("", "", "", "周立言", "", "")))).isEqualTo("hans");
    assertThat(names(search.search(with("", "", "", "!?", "", "")))).isEmpty();
    assertThat(names(search.search(with("", "", "", "", "2023-11-15", "2024-02"))))
        .isEqualTo("hans hant");
    assertThat(names(search.search(with("harbours", "", "", "", "2024", "2024")))).isEqualTo("en");
  }

  @Test
  void withoutAQueryTheNewestComeFirst() throws IOException {
    assertThat(urls(search.search(SearchRequest.of(" "))))
        .startsWith(
            "https://example.org/mention", "https://example.org/en", "https://example.tw/hant");
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() throws IOException {
    List<String> seen = new ArrayList<>();
    for (int page = 1; page <= 4; page++) {
      SearchResult result = search.search(paged("lanterns", page, 8));
      assertThat(result.total()).isEqualTo(25);
      seen.addAll(urls(result));
    }
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    assertThat(search.search(paged("lanterns", 1000, 8)).hits()).isEmpty();
  }

  @Test
  void facetsCountAllHits() throws IOException {
    SearchRequest request = SearchRequest.of("旧城改造");
    SearchResult.Facets facets =
        search
            .search(
                new SearchRequest(
                    request.query(),
                    request.language(),
                    request.site(),
                    request.speaker(),
                    request.kind(),
                    request.from(),
                    request.to(),
                    request.order(),
                    1,
                    1,
                    true))
            .facets()
            .orElseThrow();
    assertThat(facets.languages())
        .containsExactly(
            new SearchResult.Count("zh-Hans", 1), new SearchResult.Count("zh-Hant", 1));
    assertThat(facets.speakers())
        .extracting(SearchResult.Count::value)
        .containsExactlyInAnyOrder("周立言", "陈一鸣");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "-",
        "--",
        "\"\"",
        "-\"",
        "AND OR NOT",
        "a:b:c",
        "(((",
        "*",
        "?",
        "title:*",
        "[1 TO",
        "\\",
        "^2",
        "~",
        "a~2",
        "+",
        "|",
        "&&",
        "/regex/",
        "- -",
        "「」",
        "\uD800",
        "\u0000",
        "😀",
        "<script>",
        "-open",
        "\"\" \"\" open",
        "的",
        "．",
        "the",
        "the of",
        "𠮷",
        "é̀̀̀̀̀"
      })
  void oddQueriesAreQueriesToo(String query) throws IOException {
    assertThat(search.search(SearchRequest.of(query)).total()).isNotNegative();
  }

  @Test
  void theLongestQueryIsAnswered() throws IOException {
    String longest = "城a1 ".repeat(125).substring(0, SearchRequest.LONGEST_QUERY);
    assertThat(search.search(SearchRequest.of(longest)).total()).isNotNegative();
    String unspaced = "旧城改造首先是人的问题".repeat(50).substring(0, SearchRequest.LONGEST_QUERY);
    assertThat(search.search(SearchRequest.of(unspaced)).total()).isNotNegative();
  }

  @Test
  void aDocumentIsReadBackByteForByte() throws IOException {
    assertThat(search.json(HANS.id())).hasValue(HANS.put().json());
    assertThat(search.json("nobody")).isEmpty();
  }

  private static String names(SearchResult result) {
    return urls(result).stream()
        .map(url -> url.substring(url.lastIndexOf('/') + 1))
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static List<String> urls(SearchResult result) {
    return result.hits().stream().map(Hit::url).toList();
  }

  private static List<String> marked(Hit hit) {
    return hit.passages().stream()
        .flatMap(passage -> passage.pieces().stream())
        .filter(Hit.Piece::hit)
        .map(Hit.Piece::text)
        .distinct()
        .toList();
  }

  private static String text(Hit.Passage passage) {
    return passage.pieces().stream().map(Hit.Piece::text).collect(Collectors.joining());
  }

  private static SearchRequest paged(String query, int page, int size) {
    return request(query, "", "", "", "", "", page, size);
  }

  private static SearchRequest with(
      String query, String language, String site, String speaker, String from, String to) {
    return request(query, language, site, speaker, from, to, 1, 10);
  }

  private static SearchRequest request(
      String query,
      String language,
      String site,
      String speaker,
      String from,
      String to,
      int page,
      int size) {
    return new SearchRequest(
        query,
        given(language),
        given(site),
        given(speaker),
        Optional.empty(),
        given(from).flatMap(Days::of),
        given(to).flatMap(Days::of),
        SearchRequest.Order.RELEVANCE,
        page,
        size,
        false);
  }

  private static Optional<String> given(String value) {
    return Optional.of(value).filter(v -> !v.isEmpty());
  }
}
