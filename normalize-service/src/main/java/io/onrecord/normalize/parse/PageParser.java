package io.onrecord.normalize.parse;

import io.onrecord.normalize.decode.Decoded;
import io.onrecord.normalize.parse.html.HtmlParser;
import io.onrecord.normalize.parse.text.CaptionParser;
import io.onrecord.normalize.parse.text.MarkdownParser;
import io.onrecord.normalize.parse.text.PlainTextParser;
import io.onrecord.normalize.parse.text.PodcastTranscriptParser;

/** Reads a page as blocks, by the parser of its format. Thread-safe. */
public final class PageParser {
  private final FormatSniffer sniffer = new FormatSniffer();
  private final HtmlParser html = new HtmlParser();
  private final MarkdownParser markdown = new MarkdownParser();
  private final PlainTextParser plain = new PlainTextParser();
  private final CaptionParser captions = new CaptionParser();
  private final PodcastTranscriptParser podcast = new PodcastTranscriptParser();

  /** The page as blocks. */
  public Parsed parse(Decoded decoded, Source source) {
    Format format = sniffer.sniff(decoded.text(), source);
    return switch (format) {
      case HTML -> html.parse(decoded.text(), source);
      case MARKDOWN -> markdown.parse(decoded.text(), source);
      case SUBRIP, WEBVTT -> captions.parse(decoded.text(), format, source);
      case PODCAST_JSON -> podcast.parse(decoded.text(), source);
      case PLAIN_TEXT, PDF, OFFICE -> plain.parse(decoded.text(), source);
    };
  }
}
