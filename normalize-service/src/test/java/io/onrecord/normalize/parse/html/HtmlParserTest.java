package io.onrecord.normalize.parse.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.onrecord.document.BlockType;
import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.parse.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class HtmlParserTest {
  static final Source SOURCE =
      new Source(
          "https://hive.example/a",
          "https://hive.example/a",
          Optional.of("text/html"),
          Optional.empty(),
          Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void elementsKeepTheirKind() {
    List<RawBlock> blocks =
        parse(
            """
            <h2>Hives</h2><p>One <b>two</b>\nthree</p><ul><li>item<li><p>inner</p></ul>
            <blockquote><p>quoted</p></blockquote><pre>a\n  b</pre>
            <figure><img><figcaption>seen</figcaption></figure>
            <table><tr><th>a<th>b<tr><td>1<td>2</table>
            """);
    assertThat(blocks)
        .extracting(RawBlock::type)
        .containsExactly(
            BlockType.HEADING,
            BlockType.PARAGRAPH,
            BlockType.LIST_ITEM,
            BlockType.LIST_ITEM,
            BlockType.QUOTE,
            BlockType.CODE,
            BlockType.CAPTION,
            BlockType.TABLE);
    assertThat(blocks)
        .extracting(RawBlock::text)
        .containsExactly(
            "Hives", "One two three", "item", "inner", "quoted", "a\n  b", "seen", "a\tb\n1\t2");
    assertThat(blocks.getFirst().level()).hasValue(2);
  }

  @Test
  void lineBreaksCutParagraphsAndSayHow() {
    List<RawBlock> blocks = parse("<div>first<br>second<br><br>third</div>");
    assertThat(blocks).extracting(RawBlock::text).containsExactly("first", "second", "third");
    assertThat(blocks)
        .extracting(b -> ((Origin.Markup) b.origin()).boundary())
        .containsExactly(
            Origin.Boundary.ELEMENT, Origin.Boundary.LINE_BREAK, Origin.Boundary.BLANK_LINE);
  }

  @Test
  void aTableThatFramesColumnsIsNoTable() {
    List<RawBlock> blocks =
        parse("<table><tr><td><p>left</p><ul><li>x</ul><td>right<tr><td>below<td>more</table>");
    assertThat(blocks)
        .extracting(RawBlock::text)
        .containsExactly("left", "x", "right", "below", "more");
  }

  @Test
  void theBoldStartOfAParagraphIsItsLead() {
    List<RawBlock> blocks =
        parse("<p><strong>Keeper:</strong> For the queen.</p><p><b>All bold</b></p><p>No <b>b</b>");
    assertThat(blocks).extracting(RawBlock::lead).containsExactly("Keeper:", "", "");
  }

  @Test
  void linksAreCountedWithTheirAddresses() {
    RawBlock block = parse("<p>See <a href='/x'>the log</a> of May.</p>").getFirst();
    Origin.Markup at = (Origin.Markup) block.origin();
    assertThat(at.linkChars()).isEqualTo("the log".length());
    assertThat(at.links()).containsExactly(new Origin.Link("the log", "/x"));
  }

  @Test
  void whatIsHiddenIsKeptAndMarked() {
    List<RawBlock> blocks =
        parse("<p>seen</p><div style='display:none'><p>not seen</p></div><script>var x</script>");
    assertThat(blocks).extracting(RawBlock::text).containsExactly("seen", "not seen");
    assertThat(blocks)
        .extracting(b -> ((Origin.Markup) b.origin()).box().hidden())
        .containsExactly(false, true);
  }

  @Test
  void everyVisibleCharacterIsInOneBlock() {
    String page =
        """
        <html><head><title>t</title></head><body>loose <p>a<div>b<span>c</span>d</div>e</p>
        <table><caption>cap</caption><tr><td>1</td><td>2 <b>3</b></td></tr><tr><td>4<td>5</table>
        <table><tr><td>only</table><ul>stray<li>x<ul><li>y</ul>z</ul><select><option>o</select>
        <button>press</button><textarea> kept
        lines </textarea><h1>a<br>b</h1><a href=x>link<p>block in link</p>tail</a><noscript>n</noscript>
        """;
    assertThat(characters(parse(page))).isEqualTo(visible(page));
  }

  @Test
  void aPageThatPrintsNothingIsReadFromWhatItDeclares() {
    String body = "A paragraph for machines only.".repeat(20);
    String script =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"h\","
            + "\"articleBody\":\"%s\\n%s\"}</script>".formatted(body, body);
    assertThat(parse(script + "<p>Loading</p>"))
        .extracting(RawBlock::text)
        .containsExactly("Loading", body, body);
    assertThat(parse(script + "<p>" + body + "</p><p>" + body + "</p>")).hasSize(2);
  }

  @Test
  @Timeout(120)
  void depthCostsNoStack() {
    String deep = "<div>x".repeat(100_000) + "<p>the end</p>";
    List<RawBlock> blocks = parse(deep);
    assertThat(blocks.getLast().text()).isEqualTo("the end");
    assertThat(characters(blocks)).hasSize(100_000 + 6);
  }

  @Test
  @Timeout(120)
  void aMillionAttributesAreRead() {
    StringBuilder page = new StringBuilder("<p");
    for (int i = 0; i < 1_000_000; i++) {
      page.append(" a").append(i).append("=1");
    }
    assertThat(parse(page.append(">text</p>").toString()))
        .extracting(RawBlock::text)
        .containsExactly("text");
  }

  @Test
  void timeGrowsWithThePageAndNotFaster() {
    String part = "<div class=x><p>Words and <a href=/>links</a>, again.</p><br>more<br></div>";
    parse(part.repeat(5_000));
    Duration small = time(part.repeat(10_000));
    Duration large = time(part.repeat(40_000));
    assertThat(large).isLessThan(small.multipliedBy(12).plusMillis(500));
  }

  private static Duration time(String page) {
    long start = System.nanoTime();
    parse(page);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String characters(List<RawBlock> blocks) {
    StringBuilder all = new StringBuilder();
    blocks.forEach(block -> all.append(block.text()));
    return all.toString().replaceAll("\\s+", "");
  }

  /** The text that jsoup itself sees outside scripts and styles, without white space. */
  static String visible(String page) {
    StringBuilder all = new StringBuilder();
    Element body = Jsoup.parse(page).body();
    body.select("script, style, template, iframe").remove();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text) {
            all.append(text.getWholeText());
          }
        },
        body);
    return all.toString().replace('\u00A0', ' ').replaceAll("\\s+", "");
  }

  private static List<RawBlock> parse(String html) {
    Parsed parsed = new HtmlParser().parse(html, SOURCE);
    return parsed.blocks();
  }
}
