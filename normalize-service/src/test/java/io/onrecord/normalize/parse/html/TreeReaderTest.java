package io.onrecord.normalize.parse.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.onrecord.normalize.parse.Origin;
import io.onrecord.normalize.parse.RawBlock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The quick reader reads a page as the full parser does, or leaves it to that one. The measure is
 * what comes of it: blocks with their places, links and boxes, and what the page declares.
 */
class TreeReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>one<p>two",
        "<p>a<div>b</p>c",
        "</p>x",
        "<div>a</p>b</div>",
        "<p>x<a> foo</a> bar",
        "<p>a</unknown>b",
        "<p>a<!-- <p>no --> b",
        "<p>a<!-- - -- b -->c",
        "<p>1 < 2 and 3 <4, a<b",
        "<p>a &amp; b&nbsp;&copy; &#8217;&#x2019; &lt;p&gt; &unknown; &ampx",
        "<p title=\"<p>not</p>\" class='a>b'>c",
        "<p class=a/b id=\"x\"y=z>c<br/>d</br>e",
        "<P CLASS=\"One\" Id=two CLASS=three>c",
        "<div hidden>a</div><div aria-hidden=true>b</div><div style='display:none'>c</div>",
        "<div style='color:red'>a</div><div style='visibility: hidden'>b</div>",
        "<a href=\"/x?a=1&amp;b=2\">l</a><a href>m</a><a name=n>o</a>",
        "<a href=x>1<a href=y>2",
        "<b>x<i>y</b>z</i>",
        "<p><b>x</p><p>y</b>z",
        "<b>a</b></b>c",
        "<b><div><span>x</b></span>y</div>",
        "<script>var a = '<p>no</p>';</script><p>yes",
        "<script>if (a<b) { c = \"</scripty>\"; }</script ><p>yes",
        "<script><!-- no --></script><p>yes",
        "<script type=\"application/ld+json\">{\"headline\":\"A <b>\",\"@type\":\"NewsArticle\"}</script>x",
        "<style>p > a { }</style><p>yes<style>b</style>c",
        "<iframe src=\"//player.example/1\"><p>no</p></iframe>yes",
        "<title>A &amp;  B\n</title><p>x",
        "<textarea>\n<p>a</textarea>b<pre>\n c\n  d</pre>",
        "<noscript><p>x</p></noscript><p>y",
        "<body><noscript><img src=x><p>x</p></noscript><p>y",
        "<head><noscript><style>p{}</style><link></noscript><meta name=author content=Ada></head>x",
        "<meta property=\"og:title\" content=\"A &quot;B&quot;\"><link rel=canonical href=/c><p>x",
        "<html lang=en><html lang=de id=x><body class=a><body class=b id=c><p>x",
        "<head><title>T</title></head> <p>a</body> <p>b</html> c",
        "<ul><li>a<li>b<p>c</ul>d",
        "<ul><li>a<ul><li>b</ul>c<li>d</ul>",
        "<li>a</ul>b<div><li>c<div><li>d</div></div>",
        "<dl><dt>a<dd>b<dt>c</dl>d",
        "<h1>a<h2>b</h1>c</h2>d",
        "<form><p>a<form>b</form>c</form>d",
        "<button>a<p>b<button>c</button>d",
        "<object><p>a<b>c</object>b",
        "<select><option>a<option selected>b<optgroup label=c><option>d</select>e",
        "<!DOCTYPE html><p>a<table><tr><td>b",
        "<p>a<table><tr><td>b</table>c",
        "<table><caption>x<col><tr><td>y<tr><th>z</table>w",
        "<table><thead><tr><th>a<tbody><tr><td>b<td>c</table>d",
        "<table> <tbody> <tr> <td>a</td> </tr> </tbody> </table>b",
        "<table><tr><td><table><tr><td>a</table>b<td>c</table>d",
        "<table><tr><td><p>a<b>b</td><td>c</td></tr></table>d",
        "<table><form><tr><td>a<input></form></table>b",
        "<table><tr><td>a</td></tbody></thead></caption></table>b",
        "<svg><path d=\"M0\"/><g><text>x</text></g></svg>y",
        "<svg id=s><title id=t>Logo</title><a href=q>x</a></svg><p>z",
        "<template><p>no<template>x</template></p></template>y",
        "<table><tr><template><td></template><td>a</table>",
        "<custom-el>x<p>y</custom-el>z",
        "<p>x<hr>y<img>z<wbr>w",
        "<p>a<search>b<main>c",
        "x<frame><head><tr><td>y",
        "<center><font color=red>x<p>y</font>z</center>",
        "<div/>x<span/>y<br/>z",
        "<p>a</p\nclass=x>b",
        "<p>a<?php echo ?>b<!x>c</3>d",
        "",
        "text only",
        "<"
      })
  void readsAsTheFullParserDoes(String page) {
    Node read = TreeReader.read(page);
    if (read != null) {
      assertThat(told(read)).isEqualTo(told(FullParser.read(page)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!doctype html><html><head><meta name=a content=b><title>T</title></head><body><p>x</body></html>",
        "<p>one<p>two<ul><li>a<li>b</ul><script>if (a<b) c</script>",
        "<table><tr><td>a<td>b</table><select><option>c</select><svg><path/></svg>",
        "<p>a &amp; &rsquo; b<template><p>c</template><b>d<i>e</b>f</i>"
      })
  void readsOrdinaryPagesItself(String page) {
    assertThat(TreeReader.read(page)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a<b",
        "<p>a<b class=\"x",
        "<p <b>a",
        "<!-- never closed",
        "<!-->a",
        "<!-- a --!>b",
        "<script>never closed",
        "<script><!-- <script>a</script> --></script>",
        "<script/>a</script>b",
        "<title>never closed <b>",
        "<p>a\0b",
        "<table>a<tr><td>b</table>",
        "<table><tr><p>a<td>b</table>",
        "<b>x<p>y</b>z",
        "<a>x<div>y<a>z",
        "<svg><p>a</svg>b",
        "<svg><style>a<b></style></svg>",
        "<math><mi>x</math>",
        "<select><div>a</select>",
        "<frameset><frame></frameset>",
        "<plaintext>a</plaintext>",
        "<p><![CDATA[x]]>y",
        "<head><noscript><p>a</noscript><p>b",
        "<b><b><b><b>x"
      })
  void leavesTheUnusualToTheFullParser(String page) {
    assertThat(TreeReader.read(page)).isNull();
  }

  @Test
  void leavesDeepPagesToTheFullParser() {
    assertThat(TreeReader.read("<div>".repeat(300) + "x")).isNull();
  }

  @Test
  void leavesFormattingThatMultipliesToTheFullParser() {
    assertThat(TreeReader.read("<p><b><i><u>x".repeat(3000))).isNull();
  }

  @Test
  void readsEveryPageOfOursAsTheFullParserDoes() throws IOException {
    Path sets = Path.of(System.getProperty("onrecord.shared", "../shared"), "extraction");
    assumeTrue(Files.isDirectory(sets), "no shared pages here");
    int all = 0;
    int read = 0;
    for (String set : List.of("scrapinghub", "mozilla", "magic-article", "magic-forum")) {
      try (Stream<Path> pages = Files.list(sets.resolve(set).resolve("html"))) {
        for (Path file : pages.sorted().toList()) {
          String page = page(file);
          Node tree = TreeReader.read(page);
          all++;
          if (tree != null) {
            read++;
            assertThat(told(tree)).as(file.toString()).isEqualTo(told(FullParser.read(page)));
          }
        }
      }
    }
    assertThat(read).as("pages read by itself of " + all).isGreaterThan(all * 8 / 10);
  }

  private static String page(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** All that later stages see of a page. */
  private static String told(Node page) {
    HeadReader head = new HeadReader();
    BlockCollector collector = new BlockCollector(head);
    collector.collect(page);
    StringBuilder told = new StringBuilder(head.declared().toString());
    for (RawBlock block : collector.blocks()) {
      Origin.Markup at = (Origin.Markup) block.origin();
      told.append('\n').append(block);
      told.append(at.box().order()).append(at.box().hidden());
    }
    return told.toString();
  }
}
