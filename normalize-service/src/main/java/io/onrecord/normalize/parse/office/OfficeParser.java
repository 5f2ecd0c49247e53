package io.onrecord.normalize.parse.office;

import io.onrecord.normalize.decode.Container;
import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Format;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.RawBlock;
import io.onrecord.normalize.parse.Source;
import io.onrecord.normalize.parse.bounded.Bounded;
import io.onrecord.normalize.parse.bounded.Bounded.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.xml.sax.SAXException;

/** Reads Office files by Apache Tika. Thread-safe; Tika is loaded with the first one. */
public final class OfficeParser {

  /** The file as blocks. */
  public Parsed parse(byte[] body, Container container, Source source) {
    return Bounded.read("Office file", body, source, () -> read(body, container, source));
  }

  private static Parsed read(byte[] body, Container container, Source source)
      throws IOException, SAXException, TikaException {
    Optional<ZipParts> parts =
        container == Container.ZIP
            ? Optional.of(ZipParts.of(body, PageMargins::holds))
            : Optional.empty();
    OfficeKind kind = OfficeKind.of(container, body, parts);
    XhtmlBlocks text = new XhtmlBlocks(kind);
    Metadata metadata = new Metadata();
    try {
      TikaReader.read(kind, body, text, metadata);
    } catch (EncryptedDocumentException encrypted) {
      throw new Refusal("is encrypted; save it without a password");
    }
    PageMargins margins = PageMargins.of(kind, body, parts);
    List<RawBlock> blocks = margins.mark(text.blocks());
    if (blocks.stream().noneMatch(b -> b.text().chars().anyMatch(Character::isLetter))) {
      throw new Refusal("has no text; export it as text or run text recognition (OCR) on it first");
    }
    return new Parsed(source, Format.OFFICE, declared(metadata), blocks);
  }

  private static Declared declared(Metadata metadata) {
    List<Declared.Tag> tags = new ArrayList<>();
    for (String author : metadata.getValues(TikaCoreProperties.CREATOR)) {
      tag(tags, "author", author);
    }
    String created = metadata.get(TikaCoreProperties.CREATED);
    String modified = metadata.get(TikaCoreProperties.MODIFIED);
    tag(tags, "dcterms.created", created == null ? "" : created);
    tag(tags, "dcterms.modified", modified == null ? "" : modified);
    Optional<String> title =
        Optional.ofNullable(metadata.get(TikaCoreProperties.TITLE))
            .map(String::strip)
            .filter(t -> !t.isEmpty());
    return Declared.NOTHING.with(title, tags);
  }

  private static void tag(List<Declared.Tag> tags, String name, String value) {
    if (!value.isBlank()) {
      tags.add(new Declared.Tag(name, value.strip()));
    }
  }
}
