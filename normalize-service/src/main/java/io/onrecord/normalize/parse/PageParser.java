package io.onrecord.normalize.parse;

import io.onrecord.normalize.decode.Container;
import io.onrecord.normalize.decode.Decoded;
import io.onrecord.normalize.parse.html.HtmlParser;
import io.onrecord.normalize.parse.office.OfficeParser;
import io.onrecord.normalize.parse.pdf.PdfParser;
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

  private final PdfParser pdf = new PdfParser();
  private final OfficeParser office = new OfficeParser();

  /**
   * The page as blocks.
   *
   * @param body the page's bytes, for formats that are no text
   * @throws UnreadablePageException if the page is a PDF or an Office file that cannot be read
   */
  public Parsed parse(byte[] body, Decoded decoded, Source source) {
    if (decoded.container().isPresent()) {
      Container container = decoded.container().get();
      return container == Container.PDF
          ? pdf.parse(body, source)
          : office.parse(body, container, source);
    }
    return parse(decoded, source);
  }

  private Parsed parse(Decoded decoded, Source source) {
    Format format = sniffer.sniff(decoded.text(), source);
    return switch (format) {
      case HTML -> html.parse(decoded.text(), source);
      case MARKDOWN -> markdown.parse(decoded.text(), source);
      case SUBRIP, WEBVTT -> captions.parse(decoded.text(), format, source);
      case PODCAST_JSON -> podcast.parse(decoded.text(), source);
      case PDF, OFFICE -> throw new IllegalStateException("no text format: " + format);
      case PLAIN_TEXT -> plain.parse(decoded.text(), source);
    };
  }
}
