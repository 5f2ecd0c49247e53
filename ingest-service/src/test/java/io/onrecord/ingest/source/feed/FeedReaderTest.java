package io.onrecord.ingest.source.feed;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedReaderTest {
  @Test
  void rss20() {
    Feed feed =
        read(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
              <title>Long talks</title><link>http://talks.example/</link><language>en-gb</language>
              <atom:link rel="self" href="http://talks.example/feed"/>
              <atom:link rel="hub" href="http://hub.example/"/>
              <lastBuildDate>Sat, 07 Sep 2019 00:00:01 GMT</lastBuildDate><ttl>60</ttl>
              <image><title>Logo</title><url>http://talks.example/logo.png</url><link>http://wrong.example/</link></image>
              <item><title>One &amp;amp; two</title><link>http://talks.example/1</link>
                <guid isPermaLink="false">talk-1</guid><pubDate>Thu, 05 Sep 2019 00:00:01 GMT</pubDate></item>
              <item><description>no title</description><guid>http://talks.example/2</guid></item>
            </channel></rss>""");
    assertThat(feed.format()).isEqualTo("rss");
    assertThat(feed.title()).contains("Long talks");
    assertThat(feed.link()).contains("http://talks.example/");
    assertThat(feed.self()).contains("http://talks.example/feed");
    assertThat(feed.hubs()).containsExactly("http://hub.example/");
    assertThat(feed.language()).contains("en-gb");
    assertThat(feed.updated()).contains(Instant.parse("2019-09-07T00:00:01Z"));
    assertThat(feed.ttl()).contains(Duration.ofHours(1));
    FeedEntry one = feed.entries().get(0);
    assertThat(one.title()).contains("One & two");
    assertThat(one.id()).contains("talk-1");
    assertThat(one.link()).contains("http://talks.example/1");
    assertThat(one.published()).contains(Instant.parse("2019-09-05T00:00:01Z"));
    FeedEntry two = feed.entries().get(1);
    assertThat(two.title()).isEmpty();
    assertThat(two.link()).as("a guid is a permalink").contains("http://talks.example/2");
  }

  @Test
  void rss10AndItsElderWithoutDates() {
    Feed feed =
        read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                xmlns:terms="http://purl.org/dc/elements/1.1/">
              <channel rdf:about="http://a.example/feed"><title>A</title><link>http://a.example/</link></channel>
              <item rdf:about="http://a.example/x"><title>X</title><link>http://a.example/x</link>
                <terms:date>2019-09-05T10:00:00+02:00</terms:date></item>
            </rdf:RDF>""");
    assertThat(feed.format()).isEqualTo("rdf");
    assertThat(feed.title()).contains("A");
    assertThat(feed.entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.id()).contains("http://a.example/x");
              assertThat(entry.updated()).contains(Instant.parse("2019-09-05T08:00:00Z"));
            });
  }

  @Test
  void atomWithItsKindsOfTitleAndBases() {
    Feed feed =
        read(
            """
            <a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="http://a.example/blog/" xml:lang="fr">
              <a:title type="html">&lt;b&gt;Big&lt;/b&gt; talk</a:title><a:id>urn:x</a:id>
              <a:link rel="alternate" type="application/json" href="wrong"/><a:link href="./"/>
              <a:entry xml:base="2019/"><a:title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">An <i>old</i> &lt;tag&gt;</div></a:title>
                <a:link rel="enclosure" href="x.mp3"/><a:link href="one"/><a:id>tag:1</a:id>
                <a:published>2019-01-01T00:00:00Z</a:published><a:updated>2019-01-02T00:00:00.5Z</a:updated>
                <a:source><a:title>Elsewhere</a:title><a:id>urn:y</a:id></a:source></a:entry>
              <a:entry><a:title>the &lt;b&gt; tag</a:title><a:id>http://a.example/2</a:id></a:entry>
            </a:feed>""");
    assertThat(feed.title()).contains("Big talk");
    assertThat(feed.link()).contains("http://a.example/blog/");
    assertThat(feed.language()).contains("fr");
    FeedEntry one = feed.entries().get(0);
    assertThat(one.title()).contains("An old <tag>");
    assertThat(one.titleHtml()).contains("An <i>old</i> &lt;tag&gt;");
    assertThat(one.link()).contains("http://a.example/blog/2019/one");
    assertThat(one.id()).contains("tag:1");
    assertThat(one.published()).contains(Instant.parse("2019-01-01T00:00:00Z"));
    assertThat(one.updated()).contains(Instant.parse("2019-01-02T00:00:00Z"));
    FeedEntry two = feed.entries().get(1);
    assertThat(two.title()).as("plain text unless said").contains("the <b> tag");
    assertThat(two.link()).contains("http://a.example/2");
  }

  @Test
  void atom03WithEscapedAndBase64Titles() {
    Feed feed =
        read(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#">
              <entry><title mode="escaped" type="text/html">a &amp;lt; b</title>
                <issued>2019-01-01</issued><modified>2019-01-02</modified><created>2018</created></entry>
              <entry><title type="application/octet-stream" mode="base64">SGVsbG8gdGhlcmU=</title></entry>
            </feed>""");
    FeedEntry one = feed.entries().get(0);
    assertThat(one.title()).contains("a < b");
    assertThat(one.published()).contains(Instant.parse("2019-01-01T00:00:00Z"));
    assertThat(one.updated()).contains(Instant.parse("2019-01-02T00:00:00Z"));
    assertThat(one.created()).contains(Instant.parse("2018-01-01T00:00:00Z"));
    assertThat(feed.entries().get(1).title()).contains("Hello there");
  }

  @Test
  void aPodcastWithTranscriptsAndPeople() {
    Feed feed =
        read(
            """
            <rss xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
              <podcast:person role="Host" href="http://h.example/">Ann Host</podcast:person>
              <item><title>Talk</title><link>http://p.example/1</link>
                <podcast:transcript url="/t/1.txt" type="text/plain"/>
                <podcast:transcript url="/t/1.vtt" type="text/vtt" language="en"/>
                <podcast:person role="Guest" group="Writing" img="/bea.png">Bea Guest</podcast:person></item>
            </channel></rss>""");
    FeedEntry entry = feed.entries().getFirst();
    assertThat(FeedTranscript.best(entry.transcripts()))
        .contains(
            new FeedTranscript(
                "http://base.example/t/1.vtt", Optional.of("text/vtt"), Optional.of("en")));
    assertThat(feed.people())
        .containsExactly(
            new FeedPerson(
                "Ann Host", "host", "cast", Optional.of("http://h.example/"), Optional.empty()));
    assertThat(entry.people())
        .containsExactly(
            new FeedPerson(
                "Bea Guest",
                "guest",
                "writing",
                Optional.empty(),
                Optional.of("http://base.example/bea.png")));
  }

  @Test
  void jsonFeed() {
    Feed feed =
        read(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "J", "home_page_url": "/",
             "feed_url": "http://base.example/f.json", "hubs": [{"type": "WebSub", "url": "http://hub.example/"}],
             "items": [{"id": 7, "url": "/7", "title": "Seven", "date_published": "2019-09-05T10:00:00+02:00"}]}""");
    assertThat(feed.format()).isEqualTo("json");
    assertThat(feed.hubs()).containsExactly("http://hub.example/");
    FeedEntry entry = feed.entries().getFirst();
    assertThat(entry.id()).contains("7");
    assertThat(entry.link()).contains("http://base.example/7");
    assertThat(entry.published()).contains(Instant.parse("2019-09-05T08:00:00Z"));
  }

  @Test
  void cdf() {
    Feed feed =
        read(
            """
            <CHANNEL HREF="http://c.example/"><TITLE>C</TITLE>
              <ITEM HREF="http://c.example/1" LASTMOD="2019-01-01T10:00Z"><TITLE>One</TITLE></ITEM></CHANNEL>""");
    assertThat(feed.format()).isEqualTo("cdf");
    assertThat(feed.link()).contains("http://c.example/");
    FeedEntry entry = feed.entries().getFirst();
    assertThat(entry.title()).contains("One");
    assertThat(entry.link()).contains("http://c.example/1");
    assertThat(entry.updated()).contains(Instant.parse("2019-01-01T10:00:00Z"));
  }

  @Test
  void brokenMarkupIsReadAsFarAsItGoes() {
    Feed feed =
        read(
            """
            <br/><b>Warning</b>: something
            <!DOCTYPE rss [ <!ENTITY talk "Talk show"> <!ENTITY loop "&loop;"> ]>
            <rss><channel><title>&talk; &eacute; &nbsp; AT&T &loop;</title>
            <Item><Title>Unclosed<Link>http://b.example/1</Link><dc:date>2019-01-01</dc:date>
            <item><title><![CDATA[In <em>CDATA</em> & out]]></title><link> http://b.example/
               2 </link></item>
            <item><title>cut off</title><link>http://b.exam""");
    assertThat(feed.title().get()).startsWith("Talk show é AT&T");
    assertThat(feed.entries()).hasSize(3);
    assertThat(feed.entries().get(0).title()).contains("Unclosed");
    assertThat(feed.entries().get(0).link()).contains("http://b.example/1");
    assertThat(feed.entries().get(0).updated()).contains(Instant.parse("2019-01-01T00:00:00Z"));
    assertThat(feed.entries().get(1).title()).contains("In CDATA & out");
    assertThat(feed.entries().get(1).link()).contains("http://b.example/2");
    assertThat(feed.entries().get(2).title()).contains("cut off");
  }

  @Test
  void whatHtmlSaysIsNotAFeed() {
    assertThat(FeedReader.read("<html><p>hi".getBytes(UTF_8), Optional.empty(), Optional.empty()))
        .isEmpty();
    assertThat(FeedReader.read(new byte[0], Optional.empty(), Optional.empty())).isEmpty();
    assertThat(FeedReader.read("{".getBytes(UTF_8), Optional.empty(), Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GB18030", "Big5", "windows-1252", "KOI8-R", "Shift_JIS", "IBM437"})
  void theDeclaredCharsetIsRead(String name) {
    String title = name.startsWith("K") ? "Беседа" : name.matches("w.*|I.*") ? "Entrée" : "日本";
    String xml =
        "<?xml version='1.0' encoding='%s'?><rss><channel><title>%s</title></channel></rss>";
    byte[] bytes = xml.formatted(name, title).getBytes(Charset.forName(name));
    assertThat(title(bytes, Optional.empty())).contains(title);
  }

  @Test
  void aWrongDeclarationGivesWayToTheBytes() {
    String xml =
        "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>采访</title></channel></rss>";
    assertThat(title(xml.getBytes(UTF_8), Optional.of("text/xml; charset=us-ascii")))
        .contains("采访");
    String utf =
        "<?xml version='1.0' encoding='utf-8'?><rss><channel><title>Café</title></channel></rss>";
    assertThat(title(utf.getBytes(Charset.forName("windows-1252")), Optional.empty()))
        .contains("Café");
    assertThat(title(utf.getBytes(UTF_16BE), Optional.empty())).contains("Café");
  }

  @ParameterizedTest
  @CsvSource({
    "IBM500,é",
    "IBM1026,ı",
    "x-IBM875,Ω",
    "IBM424,ש",
    "x-IBM1025,Я",
    "IBM01143,é",
    "x-IBM930,日",
    "UTF-16BE,é",
    "UTF-16LE,日",
    "UTF-32BE,日",
    "UTF-32LE,é",
    "x-SJIS_0213,日",
    "x-Johab,가"
  })
  void everyTableIsReadByItsDeclarationOrByWhatTheServerSays(String name, String letter) {
    String title = "Title " + letter;
    String head = "<?xml version='1.0' encoding='%s'?>".formatted(name);
    String feed = "<rss><channel><title>%s</title></channel></rss>".formatted(title);
    Charset charset = Charset.forName(name);
    assertThat(title((head + feed).getBytes(charset), Optional.of("text/xml; charset=" + name)))
        .contains(title);
    if (!name.equals("x-IBM930")) { // whose small letters are elsewhere
      assertThat(title((head + feed).getBytes(charset), Optional.empty())).contains(title);
    }
  }

  @Test
  void someForeignBytesCostNobodyTheirCharset() {
    byte[] utf8 = "<rss><channel><title>采访 Café ~quoted~</title><item><title>日本".getBytes(UTF_8);
    byte[] pasted = utf8.clone();
    for (int i = 0; i < pasted.length; i++) {
      pasted[i] = pasted[i] == '~' ? (byte) 0x93 : pasted[i];
    }
    assertThat(title(pasted, Optional.empty())).contains("采访 Café “quoted“");
    assertThat(title(Arrays.copyOf(utf8, utf8.length - 1), Optional.empty()))
        .as("cut off within a letter")
        .contains("采访 Café ~quoted~");
    Charset gbk = Charset.forName("GBK");
    String chinese = "<?xml version='1.0' encoding='gb2312'?><rss><channel><title>%s</title><item>";
    byte[] whole = (chinese.formatted("一个很长的采访录音整理稿") + "<title>再来一个").getBytes(gbk);
    assertThat(title(Arrays.copyOf(whole, whole.length - 1), Optional.empty()))
        .contains("一个很长的采访录音整理稿");
  }

  @Test
  void noiseNeverThrowsAndDepthIsBounded() {
    Random random = new Random(5);
    String[] pieces = {
      "<item>",
      "</item>",
      "<rss>",
      "<title>",
      "<link href='",
      "'/>",
      "&#xffffff;",
      "]]>",
      "<![CDATA[",
      "x",
      "<!DOCTYPE",
      "<a:b xmlns:a='"
    };
    for (int i = 0; i < 500; i++) {
      StringBuilder noise = new StringBuilder("<rss>");
      for (int j = 0; j < 40; j++) {
        noise.append(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(
              FeedReader.read(noise.toString().getBytes(UTF_8), Optional.empty(), Optional.empty()))
          .isNotNull();
    }
    byte[] deep = ("<rss>" + "<item>".repeat(100_000)).getBytes(UTF_8);
    assertThat(FeedReader.read(deep, Optional.empty(), Optional.empty())).isPresent();
  }

  private static Optional<String> title(byte[] bytes, Optional<String> contentType) {
    return FeedReader.read(bytes, contentType, Optional.empty()).flatMap(Feed::title);
  }

  private static Feed read(String text) {
    return FeedReader.read(
            text.getBytes(UTF_8), Optional.empty(), Optional.of("http://base.example/feed"))
        .orElseThrow();
  }
}
