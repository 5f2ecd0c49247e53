package io.onrecord.normalize.parse.office;

import java.io.IOException;
import java.io.InputStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Tika, asked for the text of one file and nothing that is attached to it. Word files are read as a
 * stream of XML rather than as a tree.
 */
final class TikaReader {
  private TikaReader() {}

  static void read(OfficeKind kind, byte[] body, ContentHandler text, Metadata metadata)
      throws IOException, SAXException, TikaException {
    OfficeParserConfig config = new OfficeParserConfig();
    config.setUseSAXDocxExtractor(true);
    config.setIncludeHeadersAndFooters(true);
    config.setIncludeDeletedContent(false);
    config.setExtractMacros(false);
    ParseContext context = new ParseContext();
    context.set(OfficeParserConfig.class, config);
    context.set(Parser.class, new EmptyParser());
    context.set(EmbeddedDocumentExtractor.class, new Nothing());
    try (TikaInputStream in = TikaInputStream.get(body)) {
      parser(kind).parse(in, text, metadata, context);
    }
  }

  private static Parser parser(OfficeKind kind) {
    return switch (kind) {
      case DOCX -> new OOXMLParser();
      case ODT -> new OpenDocumentParser();
      case EPUB -> new EpubParser();
      case RTF -> new RTFParser();
      case DOC -> new OfficeParser();
    };
  }

  private static final class Nothing implements EmbeddedDocumentExtractor {
    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
      return false;
    }

    @Override
    public void parseEmbedded(
        InputStream stream, ContentHandler handler, Metadata metadata, boolean html) {}
  }
}
