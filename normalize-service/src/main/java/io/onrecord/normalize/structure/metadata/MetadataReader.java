package io.onrecord.normalize.structure.metadata;

import io.onrecord.normalize.classify.Classified;
import io.onrecord.normalize.parse.Format;

/** Reads title, byline, site and dates of a page. Thread-safe. */
public final class MetadataReader {
  private final MarkupMetadata markup = new MarkupMetadata();
  private final TextMetadata text = new TextMetadata();

  /** What the page says about itself. */
  public Metadata read(Classified classified) {
    return classified.repaired().page().format() == Format.HTML
        ? markup.read(classified)
        : text.read(classified);
  }
}
