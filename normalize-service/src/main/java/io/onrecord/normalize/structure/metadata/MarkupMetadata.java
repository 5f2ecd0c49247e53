package io.onrecord.normalize.structure.metadata;

import io.onrecord.normalize.classify.Classified;
import io.onrecord.normalize.parse.Declared;
import io.onrecord.normalize.parse.Parsed;
import java.util.Optional;

/**
 * Metadata of pages with markup: what the page declares, checked against and completed by what it
 * prints. Thread-safe.
 */
final class MarkupMetadata {

  Metadata read(Classified classified) {
    Parsed page = classified.repaired().page();
    Declared declared = page.declared();
    String host = Site.of(page.source().canonicalUrl());
    SiteNames names = SiteNames.of(declared, host);
    Optional<String> title = MarkupTitle.read(page, names);
    MarkupDates dates = MarkupDates.read(classified);
    return new Metadata(
        title,
        MarkupByline.read(page, names, title),
        host.isEmpty() ? names.first().orElse("") : host,
        dates.published(),
        dates.printed(),
        dates.modified(),
        Site.sameSite(declared.canonical(), page.source().url()));
  }
}
