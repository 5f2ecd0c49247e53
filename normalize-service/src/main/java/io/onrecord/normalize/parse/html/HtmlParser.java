package io.onrecord.normalize.parse.html;

import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.Source;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads HTML as it is served, however broken. Thread-safe: the state is in each call. */
public final class HtmlParser {

  /** The page as blocks. */
  public Parsed parse(String html, Source source) {
    Document page = Parser.htmlParser().parseInput(OpenFormatting.bounded(html), source.url());
    HeadReader head = new HeadReader();
    BlockCollector collector = new BlockCollector(head);
    collector.collect(page);
    Declared declared = head.declared();
    return new Parsed(
        source, Format.HTML, declared, DeclaredBody.complete(collector.blocks(), declared));
  }
}
