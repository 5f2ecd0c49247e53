package io.onrecord.normalize.structure.metadata;

import io.onrecord.normalize.classify.Classified;
import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Parsed;
import java.util.Optional;

/** Reads title, byline, site and dates of a page. Thread-safe. */
public final class MetadataReader {

  /** What the page says about itself. */
  public Metadata read(Classified classified) {
    Parsed page = classified.repaired().page();
    Declared declared = page.declared();
    return new Metadata(
        declared.tag("og:title").or(declared::title),
        declared.tag("author").stream().toList(),
        Site.of(page.source().canonicalUrl()),
        declared.tag("article:published_time").filter(IsoDate::valid),
        Optional.empty(),
        declared.tag("article:modified_time").filter(IsoDate::valid),
        Optional.empty());
  }
}
