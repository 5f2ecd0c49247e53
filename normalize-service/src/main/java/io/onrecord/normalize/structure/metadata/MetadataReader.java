package io.onrecord.normalize.structure.metadata;

import io.onrecord.normalize.classify.Classified;

/** Reads title, byline, site and dates of a page. Thread-safe. */
public final class MetadataReader {
  private final MarkupMetadata markup = new MarkupMetadata();

  /** What the page says about itself. */
  public Metadata read(Classified classified) {
    return markup.read(classified);
  }
}
