package io.onrecord.normalize;

import io.onrecord.document.Document;
import io.onrecord.document.Fingerprints;
import io.onrecord.document.Provenance;
import io.onrecord.event.Sha256;
import io.onrecord.normalize.classify.Classified;
import io.onrecord.normalize.classify.Classifier;
import io.onrecord.normalize.decode.Decoded;
import io.onrecord.normalize.decode.Decoder;
import io.onrecord.normalize.fingerprint.Fingerprinter;
import io.onrecord.normalize.parse.PageParser;
import io.onrecord.normalize.parse.Parsed;
import io.onrecord.normalize.parse.Source;
import io.onrecord.normalize.repair.PageRepair;
import io.onrecord.normalize.repair.Repaired;
import io.onrecord.normalize.structure.Structured;
import io.onrecord.normalize.structure.Structurer;
import io.onrecord.normalize.structure.metadata.Metadata;

/**
 * Raw page in, clean document out: the six stages in order. Pure, deterministic and thread-safe;
 * one instance serves any number of threads.
 */
public final class Normalizer {
  /** The version that documents carry: the project's. */
  public static final String VERSION = NormalizerVersion.read();

  private final Decoder decoder = new Decoder();
  private final PageParser parser = new PageParser();
  private final PageRepair repair = new PageRepair();
  private final Classifier classifier = new Classifier();
  private final Structurer structurer = new Structurer();
  private final Fingerprinter fingerprinter = new Fingerprinter();

  /** The document of the page; one without text where the page holds nothing but boilerplate. */
  public Document normalize(RawPage page) {
    Decoded decoded = decoder.decode(page.body(), page.contentType());
    Parsed parsed = parser.parse(page.body(), decoded, source(page));
    Repaired repaired = repair.repair(parsed);
    Classified classified = classifier.classify(repaired);
    Structured structured = structurer.structure(classified);
    Fingerprints fingerprints = fingerprinter.fingerprint(structured);
    return document(page, decoded, repaired, structured, fingerprints);
  }

  private static Source source(RawPage page) {
    return new Source(
        page.url(),
        page.canonicalUrl(),
        page.contentType(),
        page.contentLanguage(),
        page.fetchedAt());
  }

  private static Document document(
      RawPage page,
      Decoded decoded,
      Repaired repaired,
      Structured structured,
      Fingerprints fingerprints) {
    Metadata metadata = structured.metadata();
    return new Document(
        Document.SCHEMA,
        page.id(),
        page.url(),
        page.canonicalUrl(),
        metadata.site(),
        metadata.title(),
        metadata.byline(),
        metadata.published(),
        metadata.publishedText(),
        page.fetchedAt(),
        metadata.modified(),
        structured.language(),
        structured.languages(),
        structured.kind(),
        structured.text(),
        structured.blocks(),
        structured.turns(),
        Participants.named(structured.interview(), page.persons()),
        structured.removed(),
        repaired.repairs(),
        decoded.encoding(),
        fingerprints,
        new Provenance(
            page.place().topic(),
            page.place().partition(),
            page.place().offset(),
            Sha256.labelled(page.body()),
            VERSION),
        page.rights(),
        page.persons());
  }
}
