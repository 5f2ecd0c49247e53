package io.onrecord.index.feed;

import io.onrecord.document.Document;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A feed as Atom (RFC 4287); texts are plain text. */
public final class AtomFeed {
  /** Its media type. */
  public static final String TYPE = "application/atom+xml; charset=utf-8";

  private final XMLStreamWriter xml;

  private AtomFeed(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The feed's bytes. */
  public static byte[] write(Feed feed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      new AtomFeed(xml).feed(feed);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory can always be written to", e);
    }
    return bytes.toByteArray();
  }

  private void feed(Feed feed) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
    text("id", feed.self());
    text("title", feed.title());
    text("updated", feed.updated().toString());
    link("self", feed.self());
    link("alternate", feed.home());
    author("Onrecord");
    for (Document document : feed.documents()) {
      entry(document);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void entry(Document document) throws XMLStreamException {
    xml.writeStartElement("entry");
    xml.writeAttribute("xml:lang", document.language());
    text("id", Feed.id(document));
    text("title", document.title().orElse(document.canonicalUrl()));
    text("updated", document.fetchedAt().toString());
    if (Feed.published(document).isPresent()) {
      text("published", Feed.published(document).get().toString());
    }
    link("alternate", document.canonicalUrl());
    for (String author : Feed.authors(document)) {
      author(author);
    }
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", document.kind().wireName());
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(legal(document.text()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void author(String name) throws XMLStreamException {
    xml.writeStartElement("author");
    text("name", name);
    xml.writeEndElement();
  }

  private void link(String relation, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("href", legal(address));
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(legal(text));
    xml.writeEndElement();
  }

  /** XML 1.0 has no way to write most control characters and lone surrogates. */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || c >= 0x20 && c < 0xD800
                    || c > 0xDFFF && c < 0xFFFE
                    || c > 0xFFFF)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }
}
