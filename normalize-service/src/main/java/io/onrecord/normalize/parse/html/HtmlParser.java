package io.onrecord.normalize.parse.html;

import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.Source;
import org.jspecify.annotations.Nullable;

/** Reads HTML as it is served, however broken. Thread-safe: the state is in each call. */
public final class HtmlParser {

  /** The page as blocks. */
  public Parsed parse(String html, Source source) {
    @Nullable Node plain = TreeReader.read(html);
    Node page = plain == null ? FullParser.read(html) : plain;
    HeadReader head = new HeadReader();
    BlockCollector collector = new BlockCollector(head);
    collector.collect(page);
    Declared declared = head.declared();
    return new Parsed(
        source, Format.HTML, declared, DeclaredBody.complete(collector.blocks(), declared));
  }
}
