package io.onrecord.normalize.structure.metadata;

import java.util.List;
import java.util.Optional;

/**
 * What a document says about itself.
 *
 * @param title without the site's name
 * @param byline authors and credits as printed
 * @param site the host without {@code www.}, or the site's own name
 * @param published ISO 8601, as precise as the page is
 * @param publishedText the date as the page prints it
 * @param modified like {@code published}
 * @param canonicalUrl the address that the page gives itself, where it is on the same site
 */
public record Metadata(
    Optional<String> title,
    List<String> byline,
    String site,
    Optional<String> published,
    Optional<String> publishedText,
    Optional<String> modified,
    Optional<String> canonicalUrl) {
  public Metadata {
    byline = List.copyOf(byline);
  }
}
